namespace Kaohe.Storage.Caching;

/// <summary>Marks rows that are read by every request and change seldom: accounts, people, units, teams, years, schemes, indicator trees. A saved change drops what <see cref="ReferenceCache"/> keeps, on every node.</summary>
public interface IReferenceRow;
