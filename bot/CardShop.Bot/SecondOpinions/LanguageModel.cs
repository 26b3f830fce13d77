using System.ClientModel;
using System.ClientModel.Primitives;
using CardShop.Dialogs.Understanding.SecondOpinions;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CardShop.Bot.SecondOpinions;

/// <summary>A language model behind an OpenAI-compatible service. It is asked once, without repetition; nothing that it is sent or says is logged.</summary>
internal sealed class LanguageModel : IDisposable
{
    private const string NoKey = "none";
    private const int LongestAnswer = 300;

    private static readonly ChatOptions Form = new() { Temperature = 0, MaxOutputTokens = LongestAnswer, ResponseFormat = ChatResponseFormat.Json };

    private readonly HttpClient _http = new(new BoundedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }));
    private readonly IChatClient _chat;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    /// <param name="options">Where it is.</param>
    /// <param name="time">The wall clock: the waiting is real.</param>
    public LanguageModel(ModelOptions options, TimeProvider time)
    {
        (_time, _timeout) = (time, options.Timeout);
        var client = new OpenAIClient(new ApiKeyCredential(options.Key.Length > 0 ? options.Key : NoKey), new OpenAIClientOptions
        {
            Endpoint = new Uri(options.Endpoint),
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Timeout,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        });
        _chat = client.GetChatClient(options.Name).AsIChatClient();
    }

    /// <summary>Asks, and waits no longer than is set.</summary>
    /// <returns>What it says, whatever that is.</returns>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<string> AskAsync(OpinionQuestion question, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        ChatMessage[] messages = [new(ChatRole.System, OpinionQuestion.Instructions), new(ChatRole.User, question.Message)];
        try
        {
            var answer = await _chat.GetResponseAsync(messages, Form, either.Token).WaitAsync(either.Token);
            return answer.Text;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    public void Dispose()
    {
        _chat.Dispose();
        _http.Dispose();
    }
}
