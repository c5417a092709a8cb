using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;

namespace OpsBoard.Web.Access;

/// <summary>What the forms of the administration have in common.</summary>
internal static class AdminForm
{
    /// <summary>Does what a form asks, when it came from our own page; what is refused leads back to the page, which says why.</summary>
    /// <param name="page">Of the form.</param>
    /// <param name="act">Gives the answer; null: the page itself.</param>
    public static async Task<IResult> Do(HttpContext http, IAntiforgery antiforgery, string page, Func<IFormCollection, IResult?> act)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest();
        try
        {
            return act(await http.Request.ReadFormAsync(http.RequestAborted)) ?? Results.LocalRedirect(page);
        }
        catch (RefusedException refusal)
        {
            return Results.LocalRedirect($"{page}?fault={refusal.Word.ToString().ToLower(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>A whole number without sign, as a field has it.</summary>
    public static bool TryNumber(this IFormCollection form, string field, out long number) => long.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
