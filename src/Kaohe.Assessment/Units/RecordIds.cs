namespace Kaohe.Assessment.Units;

/// <summary>What the id of a unit or an official may look like.</summary>
public static class RecordIds
{
    /// <summary>
    /// Letters, digits and hyphens: ids stand in addresses, and lists of units (an audience) are written with commas and spaces between them, so that an id
    /// with one would fall apart.
    /// </summary>
    public static bool IsSound(string id) => id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    /// <summary>The problem of an id that is not <see cref="IsSound"/>.</summary>
    /// <param name="path">Path of the field.</param>
    /// <param name="id">The id.</param>
    public static Problem Unsound(string path, string id) => new(path, $"编号“{id}”只能用英文字母、数字和短横线，例如 xinfu，请重新填写。");
}
