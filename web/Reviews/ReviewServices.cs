using OpsBoard.Web.Access;

namespace OpsBoard.Web.Reviews;

internal static class ReviewServices
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<ReviewReader>();

    public static void MapReviews(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/reviews", ReviewEndpoint.Read).ForScopeInQuery(Policies.Cases);
}
