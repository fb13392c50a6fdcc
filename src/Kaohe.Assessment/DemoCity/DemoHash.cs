using System.Text;

namespace Kaohe.Assessment.DemoCity;

/// <summary>
/// The only source of variety in the demo: FNV-1a over the parts' UTF-8 bytes, then MurmurHash3's finaliser so that similar keys
/// differ. The same on every machine and in every year; there is no random generator.
/// </summary>
internal sealed class DemoHash(string seed)
{
    private const ulong Offset = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;
    private const ulong Steps = 1_000_000UL;

    /// <summary>A number from 0 (included) to 1 (excluded) with six places.</summary>
    public decimal Unit(params ReadOnlySpan<string> parts) => Mix(parts) % Steps / (decimal)Steps;

    /// <summary>An index from 0 to <paramref name="count"/> − 1.</summary>
    public int Index(int count, params ReadOnlySpan<string> parts) => (int)(Mix(parts) % (ulong)count);

    private ulong Mix(ReadOnlySpan<string> parts)
    {
        var hash = Add(Offset, seed);
        foreach (var part in parts)
        {
            hash = Add(hash, part);
        }

        unchecked
        {
            hash ^= hash >> 33;
            hash *= 0xff51afd7ed558ccdUL;
            hash ^= hash >> 33;
            hash *= 0xc4ceb9fe1a85ec53UL;
            return hash ^ (hash >> 33);
        }
    }

    private static ulong Add(ulong hash, string part)
    {
        unchecked
        {
            foreach (var octet in Encoding.UTF8.GetBytes(part))
            {
                hash = (hash ^ octet) * Prime;
            }

            // A separator, so that ("ab", "c") and ("a", "bc") differ.
            return (hash ^ 0x1f) * Prime;
        }
    }
}
