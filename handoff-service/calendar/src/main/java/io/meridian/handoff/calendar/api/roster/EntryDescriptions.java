package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes listing, reading and changing entries once for all lists, in the nouns of each: what
 * {@link EntryResource} has only once cannot name them itself. Of methods that a resource inherits
 * the framework does not tell the roles either.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class EntryDescriptions implements OASFilter {

  private static final String JSON = "application/json";
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final String ID = "id";

  private static final List<EntryDescription> LISTS =
      List.of(
          RegionResource.DESCRIPTION,
          TamResource.DESCRIPTION,
          RotationResource.DESCRIPTION,
          ShiftPatternResource.DESCRIPTION,
          OverrideResource.DESCRIPTION,
          LeaveResource.DESCRIPTION);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, PathItem> paths = new LinkedHashMap<>();
    document.getPaths().getPathItems().forEach((path, item) -> describe(path, item, paths));
    document.getPaths().setPathItems(paths);
  }

  /** In the path, too, an entry is named as its list names it. */
  private static void describe(String path, PathItem item, Map<String, PathItem> paths) {
    for (EntryDescription list : LISTS) {
      if (path.equals(list.collection())) {
        paths.put(path, all(list, item));
        return;
      } else if (path.equals(list.collection() + "/{" + ID + "}")) {
        paths.put(list.collection() + "/{" + list.list().idField() + "}", one(list, item));
        return;
      }
    }
    paths.put(path, item);
  }

  private static PathItem all(EntryDescription list, PathItem item) {
    return OASFactory.createPathItem()
        .GET(listing(list, item.getGET()))
        .POST(adding(list, item.getPOST()));
  }

  private static PathItem one(EntryDescription list, PathItem item) {
    item.getOperations().values().stream()
        .flatMap(operation -> operation.getParameters().stream())
        .filter(parameter -> parameter.getName().equals(ID))
        .forEach(parameter -> parameter.setName(list.list().idField()));
    return OASFactory.createPathItem()
        .PUT(replacing(list, item.getPUT()))
        .GET(reading(list, item.getGET()))
        .PATCH(patching(list, item.getPATCH()))
        .DELETE(deleting(list, item.getDELETE()));
  }

  private static Operation listing(EntryDescription list, Operation get) {
    String words = "The " + list.noun() + "s of the calendar in force, by " + list.list().idField();
    return operation(get, words, list.reading())
        .responses(answers("200", answer("A page", schema(list.answered() + "Page"))))
        .addSecurityRequirement(list.roles("list"));
  }

  private static Operation reading(EntryDescription list, Operation get) {
    return operation(get, "One " + list.noun(), EntryWords.ETAG + list.reading())
        .responses(answers("200", answer("The " + list.noun(), schema(list.answered()))))
        .addSecurityRequirement(list.roles("read"));
  }

  private static Operation adding(EntryDescription list, Operation post) {
    String words = EntryWords.EDIT + list.adding() + list.changing();
    String made = ", at Location; with dryRun=true 200 and a CalendarDifference";
    post.getRequestBody().setContent(content(JSON, whole(list)));
    return operation(post, "Add " + list.one() + " to the calendar in force", words)
        .responses(answers("201", answer("The " + list.noun() + made, schema(list.answered()))))
        .addSecurityRequirement(list.roles("create"));
  }

  private static Operation replacing(EntryDescription list, Operation put) {
    String words = EntryWords.EDIT + EntryWords.STALE + list.changing();
    put.getRequestBody().setContent(content(JSON, whole(list)));
    return operation(put, "Put another " + list.noun() + " in its place", words)
        .responses(answers("200", changed(list)))
        .addSecurityRequirement(list.roles("replace"));
  }

  private static Operation patching(EntryDescription list, Operation patch) {
    String words = EntryWords.PATCH + EntryWords.EDIT + EntryWords.STALE + list.changing();
    patch.getRequestBody().setContent(content(MERGE_PATCH, media(schema(list.sent()))));
    return operation(patch, "Change some fields of " + list.one(), words)
        .responses(answers("200", changed(list)))
        .addSecurityRequirement(list.roles("patch"));
  }

  private static Operation deleting(EntryDescription list, Operation delete) {
    APIResponses answers =
        OASFactory.createAPIResponses()
            .addAPIResponse("204", OASFactory.createAPIResponse().description("It is gone"))
            .addAPIResponse("200", answer("With dryRun=true: what would change", difference()));
    return operation(delete, "Take " + list.one() + " away", EntryWords.DELETE + list.changing())
        .responses(answers(answers))
        .addSecurityRequirement(list.roles("delete"));
  }

  /** What the framework knows of an operation, in these words. */
  private static Operation operation(Operation known, String summary, String description) {
    Operation operation = OASFactory.createOperation().summary(summary);
    if (!description.isEmpty()) {
      operation.setDescription(description);
    }
    operation.tags(known.getTags()).parameters(known.getParameters());
    if (known.getRequestBody() != null) {
      operation.setRequestBody(known.getRequestBody());
    }
    return operation;
  }

  /** The answers, and that the caller must be known and may not be allowed to ask. */
  private static APIResponses answers(APIResponses answers) {
    return answers
        .addAPIResponse("401", OASFactory.createAPIResponse())
        .addAPIResponse("403", OASFactory.createAPIResponse());
  }

  private static APIResponses answers(String status, APIResponse answer) {
    return answers(OASFactory.createAPIResponses().addAPIResponse(status, answer));
  }

  private static APIResponse changed(EntryDescription list) {
    return answer(
        "The " + list.noun() + " now; with dryRun=true a CalendarDifference",
        OASFactory.createSchema().addAnyOf(schema(list.answered())).addAnyOf(difference()));
  }

  private static APIResponse answer(String words, Schema schema) {
    return OASFactory.createAPIResponse().description(words).content(content(JSON, media(schema)));
  }

  private static MediaType whole(EntryDescription list) {
    return OASFactory.createMediaType()
        .addExample(list.noun(), OASFactory.createExample().value(read(list.example())))
        .schema(schema(list.sent()));
  }

  private static Content content(String type, MediaType media) {
    return OASFactory.createContent().addMediaType(type, media);
  }

  private static MediaType media(Schema schema) {
    return OASFactory.createMediaType().schema(schema);
  }

  private static Schema difference() {
    return schema("CalendarDifference");
  }

  private static Schema schema(String name) {
    return OASFactory.createSchema().ref(name);
  }

  private static Object read(String example) {
    try {
      return new ObjectMapper().readValue(example, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(example, e);
    }
  }
}
