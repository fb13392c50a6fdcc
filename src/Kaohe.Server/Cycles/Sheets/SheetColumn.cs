namespace Kaohe.Server.Cycles.Sheets;

/// <summary>A column of an Excel sheet.</summary>
/// <param name="Title">Chinese title in the first row.</param>
/// <param name="Help">What to fill in; stands on the sheet 填写说明 of the template.</param>
/// <param name="IsRequired">Whether it may not stay empty.</param>
/// <param name="Example">A filled-in cell, for 填写说明.</param>
public sealed record SheetColumn(string Title, string Help, bool IsRequired = false, string Example = "");

/// <summary>What came of an import.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Text">One Chinese sentence for the person.</param>
public sealed record ImportResult(int Rows, string Text);
