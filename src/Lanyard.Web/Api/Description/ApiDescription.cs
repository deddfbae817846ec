using System.Text.Json.Nodes;
using Lanyard.Web.Api.Calls;
using Lanyard.Web.Api.Problems;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Lanyard.Web.Api.Description;

/// <summary>Describes the programming interface by OpenAPI, from what its endpoints say of themselves.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";
    private const string Scheme = "token";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true && !endpoint.RelativePath.EndsWith(".json", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Lanyard", Version = "1", Description = "The policies, people, acceptances and evidence of an organisation, for programs." };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "lanyard_...",
                    Description = $"A token that a person made at /account/tokens, with scopes:\n\n{string.Join('\n', Tokens.ApiScopes.All.Select(scope => $"- `{scope.Name}`: {scope.Meaning.ToLowerInvariant()}"))}",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            foreach (var parameter in metadata.OfType<Parameter>())
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(Of(parameter));
            }

            if (metadata.OfType<NeedsScope>().FirstOrDefault() is { } needs)
            {
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = needs.Scope is { } scope ? [scope.Name] : [] }];
            }

            Illustrate(operation);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app) => app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();

    private static OpenApiParameter Of(Parameter parameter) => new()
    {
        Name = parameter.Name, Description = parameter.Description, Required = parameter.IsNeeded,
        In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
        Schema = new OpenApiSchema { Type = parameter.Name == "limit" || parameter.Name == "after" ? JsonSchemaType.Integer : JsonSchemaType.String },
    };

    private static void Illustrate(OpenApiOperation operation)
    {
        foreach (var media in operation.RequestBody?.Content?.Values ?? [])
        {
            media.Example = Example($"{operation.OperationId}.request");
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = ApiProblems.All.FirstOrDefault(problem => $"{problem.Status}" == status)?.Title ?? "What was asked for";
            foreach (var (kind, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                media.Example = kind == ProblemResult.MediaType ? Problem(status) : Example($"{operation.OperationId}.answer");
            }
        }
    }

    private static JsonNode? Problem(string status) =>
        ApiProblems.All.FirstOrDefault(problem => $"{problem.Status}" == status) is { } problem ? System.Text.Json.JsonSerializer.SerializeToNode(problem.Because(problem.Meaning).Answer, ApiJson.Options) : null;

    private static JsonNode? Example(string name) => Examples.Find(name) is { } text ? JsonNode.Parse(text) : null;
}
