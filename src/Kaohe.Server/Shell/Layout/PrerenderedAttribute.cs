namespace Kaohe.Server.Shell.Layout;

/// <summary>
/// A page whose content is sent with the document, before its circuit stands: for pages that are read more than worked on. Until the circuit answers it is inert, so that
/// no button that is shown fails to work (ADR 0028).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrerenderedAttribute : Attribute;
