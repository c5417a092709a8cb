namespace OpsBoard.Web.Run;

/// <param name="File">The file's name, without its folder.</param>
/// <param name="Text">One line in English; a mistake with its line and remedy.</param>
/// <param name="IsMistake">True: the former content stays in force; false: the file is right, and takes effect at the next start.</param>
internal sealed record ConfigurationWarning(string File, string Text, bool IsMistake, DateTimeOffset Since);
