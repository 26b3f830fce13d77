using CardShop.Activities;
using CardShop.Activities.Json;

namespace CardShop.Bot.Channels.Problems;

/// <summary>A refusal in the Bot Framework's form: a code for programs, and a sentence in Chinese and English for the people who read it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The code; the sentence stands under it in problems.json.</param>
internal sealed record ChannelProblem(int Status, string Code) : IResult
{
    public static readonly ChannelProblem NotJson = new(StatusCodes.Status400BadRequest, nameof(NotJson));
    public static readonly ChannelProblem NotAnActivity = new(StatusCodes.Status400BadRequest, nameof(NotAnActivity));
    public static readonly ChannelProblem WrongType = new(StatusCodes.Status400BadRequest, nameof(WrongType));
    public static readonly ChannelProblem LongUser = new(StatusCodes.Status400BadRequest, nameof(LongUser));
    public static readonly ChannelProblem NoAddress = new(StatusCodes.Status400BadRequest, nameof(NoAddress));
    public static readonly ChannelProblem NoServiceUrl = new(StatusCodes.Status400BadRequest, nameof(NoServiceUrl));
    public static readonly ChannelProblem ForeignServiceUrl = new(StatusCodes.Status400BadRequest, nameof(ForeignServiceUrl));
    public static readonly ChannelProblem UnknownStatus = new(StatusCodes.Status400BadRequest, nameof(UnknownStatus));
    public static readonly ChannelProblem NotASocket = new(StatusCodes.Status400BadRequest, nameof(NotASocket));
    public static readonly ChannelProblem UploadCutOff = new(StatusCodes.Status400BadRequest, nameof(UploadCutOff));
    public static readonly ChannelProblem NotAnOrder = new(StatusCodes.Status400BadRequest, nameof(NotAnOrder));

    public static readonly ChannelProblem NoToken = new(StatusCodes.Status401Unauthorized, nameof(NoToken));
    public static readonly ChannelProblem NotAnonymous = new(StatusCodes.Status401Unauthorized, nameof(NotAnonymous));

    public static readonly ChannelProblem TokenExpired = new(StatusCodes.Status403Forbidden, nameof(TokenExpired));
    public static readonly ChannelProblem BadToken = new(StatusCodes.Status403Forbidden, nameof(BadToken));
    public static readonly ChannelProblem OtherConversation = new(StatusCodes.Status403Forbidden, nameof(OtherConversation));
    public static readonly ChannelProblem SecretNeeded = new(StatusCodes.Status403Forbidden, nameof(SecretNeeded));
    public static readonly ChannelProblem BadOrigin = new(StatusCodes.Status403Forbidden, nameof(BadOrigin));
    public static readonly ChannelProblem NotTheDesk = new(StatusCodes.Status403Forbidden, nameof(NotTheDesk));
    public static readonly ChannelProblem SignInNeeded = new(StatusCodes.Status403Forbidden, nameof(SignInNeeded));

    public static readonly ChannelProblem NoConversation = new(StatusCodes.Status404NotFound, nameof(NoConversation));
    public static readonly ChannelProblem NoSessions = new(StatusCodes.Status404NotFound, nameof(NoSessions));
    public static readonly ChannelProblem LateStatus = new(StatusCodes.Status409Conflict, nameof(LateStatus));
    public static readonly ChannelProblem FilesTooLarge = new(StatusCodes.Status413PayloadTooLarge, nameof(FilesTooLarge));
    public static readonly ChannelProblem TooLarge = new(StatusCodes.Status413PayloadTooLarge, nameof(TooLarge));
    public static readonly ChannelProblem NotJsonMedia = new(StatusCodes.Status415UnsupportedMediaType, nameof(NotJsonMedia));
    public static readonly ChannelProblem NotAForm = new(StatusCodes.Status415UnsupportedMediaType, nameof(NotAForm));
    public static readonly ChannelProblem TooManyMessages = new(StatusCodes.Status429TooManyRequests, nameof(TooManyMessages));
    public static readonly ChannelProblem TooManyChecks = new(StatusCodes.Status429TooManyRequests, nameof(TooManyChecks));
    public static readonly ChannelProblem ServiceError = new(StatusCodes.Status500InternalServerError, nameof(ServiceError));
    public static readonly ChannelProblem UnknownInvoke = new(StatusCodes.Status501NotImplemented, nameof(UnknownInvoke));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        return httpContext.Response.WriteAsJsonAsync(new ErrorResponse(new Error(Code, ProblemTexts.Of(Code))), ActivitiesJson.Protocol);
    }
}
