namespace CardShop.Bot.Hosting;

/// <summary>
/// Where database, logs and generated secrets live. With a SQLite store in it, held for the life of the process by a lock file: SQLite serves one process
/// (DESIGN.md, decision 9), and two workers on one outbox would send in each other's way.
/// </summary>
internal sealed class DataDirectory : IDisposable
{
    private const string LockFile = "lock";

    private readonly FileStream? _lock;

    private DataDirectory(string path, FileStream? held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>The directory, as an absolute path.</summary>
    public string Path { get; }

    /// <summary>Whether other processes may be at work in it as well.</summary>
    public bool IsShared => _lock is null;

    /// <summary>Makes the directory if need be, and takes it: from everybody else if it is to be this process's alone.</summary>
    /// <exception cref="SettingException">It can't be used, or another process holds it.</exception>
    public static DataDirectory Take(string path, bool alone = true)
    {
        var setting = $"{CardShopOptions.Section}:{nameof(CardShopOptions.DataDirectory)}";
        try
        {
            var full = System.IO.Path.GetFullPath(path);
            Directory.CreateDirectory(full);
            return new DataDirectory(full, alone ? Hold(full, setting) : null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingException(setting, $"'{path}' can't be used ({failure.Message}); name a directory that this process may write to");
        }
    }

    /// <summary>The directory as it is, there or not, without taking it: for looking only.</summary>
    public static DataDirectory LookAt(string path) => new(System.IO.Path.GetFullPath(path), held: null);

    /// <summary>Whether a process holds it now.</summary>
    public bool IsHeld()
    {
        try
        {
            using var held = System.IO.File.Exists(File(LockFile)) ? Open(File(LockFile)) : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The absolute path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _lock?.Dispose();

    private static FileStream Hold(string directory, string setting)
    {
        var path = System.IO.Path.Combine(directory, LockFile);
        try
        {
            // The operating system lets go of it however the process ends, kill -9 included.
            return Open(path);
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            throw new SettingException(setting, $"'{directory}' is in use by another process; stop that one, or name another directory");
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
