using Kaohe.Assessment;

namespace Kaohe.Storage.Assessment;

/// <summary>
/// A record of the assessment: the record itself as JSON, columns for what lists ask about, and a version that tells two writers apart.
/// Change it only through <see cref="Write"/>; the columns and the version follow.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class AggregateRow<T>
    where T : class
{
    private T? _value;

    /// <summary>The record as JSON (<see cref="AssessmentJson"/>).</summary>
    public string Json { get; private set; } = "";

    /// <summary>Grows with every change; a writer that read an older version is refused.</summary>
    public long Version { get; private set; }

    /// <summary>The record.</summary>
    public T Value => _value ??= AssessmentJson.Read<T>(Json);

    /// <summary>Puts a new state of the record into the row.</summary>
    /// <returns>Whether it differs from the old one.</returns>
    public bool Write(T value)
    {
        var json = AssessmentJson.Write(value);
        if (json == Json || (Json.Length > 0 && value.Equals(Value)))
        {
            return false;
        }

        Json = json;
        Version++;
        _value = value;
        SetColumns(value);
        return true;
    }

    /// <summary>Copies what lists ask about into columns.</summary>
    protected abstract void SetColumns(T value);
}
