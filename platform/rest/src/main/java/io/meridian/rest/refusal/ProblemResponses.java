package io.meridian.rest.refusal;

import io.meridian.rest.problem.ProblemBody;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation the refusals that every one can answer, also in place of those that the
 * framework adds without a body, so that resources declare only their own. Switched on by {@code
 * mp.openapi.filter}.
 */
public class ProblemResponses implements OASFilter {
  private static final Map<String, String> WORDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("400", "The request cannot be read, or a value is not acceptable"),
              Map.entry("401", "A valid bearer token is needed"),
              Map.entry("403", "The token's roles do not allow this"),
              Map.entry("404", "There is nothing at this path"),
              Map.entry("408", "The whole request did not come in time"),
              Map.entry("409", "The state of things forbids it"),
              Map.entry("412", "The resource has changed since it was read"),
              Map.entry("413", "The body is too long"),
              Map.entry("415", "The media type is not taken"),
              Map.entry("422", "Well-formed, but it cannot be meant"),
              Map.entry("428", "If-Match is needed"),
              Map.entry("429", "Too many requests; Retry-After tells when to come again"),
              Map.entry("503", "Not now; Retry-After tells when to come again")));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema("Problem", problem());
    WORDS.forEach(
        (status, words) ->
            document.getComponents().addResponse("Problem" + status, answer(status, words)));
    if (document.getPaths() != null) {
      document.getPaths().getPathItems().values().forEach(ProblemResponses::complete);
    }
  }

  private static void complete(PathItem path) {
    path.getOperations()
        .forEach(
            (method, operation) -> refusals(method, operation).forEach(s -> add(operation, s)));
  }

  private static List<String> refusals(PathItem.HttpMethod method, Operation operation) {
    boolean body = operation.getRequestBody() != null;
    boolean change = method != PathItem.HttpMethod.GET;
    boolean precondition = takes(operation, Parameter.In.HEADER, "If-Match");
    return WORDS.keySet().stream()
        .filter(
            status ->
                switch (status) {
                  case "404" -> takes(operation, Parameter.In.PATH, null);
                  case "409" -> change;
                  case "412", "428" -> precondition;
                  case "408", "413", "415", "422" -> body;
                  default -> true;
                })
        .toList();
  }

  private static boolean takes(
      Operation operation, Parameter.In in, @org.jspecify.annotations.Nullable String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(p -> p.getIn() == in && (name == null || name.equals(p.getName())));
  }

  private static void add(Operation operation, String status) {
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    APIResponse declared = operation.getResponses().getAPIResponse(status);
    if (declared == null || declared.getContent() == null) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().ref("Problem" + status));
    }
  }

  private static APIResponse answer(String status, String words) {
    return OASFactory.createAPIResponse()
        .description(words)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    ProblemBody.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("Problem"))
                        .example(example(Integer.parseInt(status), words))));
  }

  private static Map<String, Object> example(int status, String words) {
    Map<String, Object> example = new java.util.LinkedHashMap<>();
    example.put("type", "urn:meridian:problem:" + Refusals.ofStatus(status).code());
    example.put(
        "title", io.netty.handler.codec.http.HttpResponseStatus.valueOf(status).reasonPhrase());
    example.put("status", status);
    example.put("detail", words);
    example.put("instance", "/api/v1/things");
    example.put("errors", List.of());
    example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    return example;
  }

  private static Schema problem() {
    Schema violation =
        object()
            .addProperty("pointer", text("RFC 6901 pointer into the body, ?name or header:Name"))
            .addProperty("code", text("what is wrong, for programs"))
            .addProperty("detail", text("what is wrong, for people"));
    return object()
        .description("A refusal (RFC 9457)")
        .addProperty("type", text("urn:meridian:problem:<code>"))
        .addProperty("title", text("the status in words"))
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", text("what is wrong with this request"))
        .addProperty("instance", text("the path that was asked for"))
        .addProperty(
            "errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation))
        .addProperty("traceId", text("the trace of the request, as in the service's log"));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
  }
}
