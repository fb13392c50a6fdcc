namespace EndToEnd.Year;

/// <summary>The year cannot go on; the message says where, and what the server answered.</summary>
/// <param name="message">What happened.</param>
public sealed class YearStuckException(string message) : Exception(message);
