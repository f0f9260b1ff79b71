package io.meridian.handoff.calendar.api.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.events.Person;
import io.meridian.handoff.calendar.api.ContactDetails;
import io.meridian.handoff.calendar.api.DifferenceView;
import io.meridian.handoff.calendar.api.Links;
import io.meridian.handoff.calendar.api.Named;
import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.ContactAddresses;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.roster.CalendarEntries;
import io.meridian.handoff.calendar.application.roster.Entry;
import io.meridian.handoff.calendar.application.roster.EntryChange;
import io.meridian.handoff.calendar.application.roster.EntryList;
import io.meridian.handoff.calendar.application.roster.EntryRule;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the resources of the six lists answer: one way of listing, reading and changing for all. A
 * resource may be sent back as it was read: links are ignored, and people are taken by their id.
 */
@ApplicationScoped
class EntryAnswers {

  private static final String LEAD = "lead";

  /** Where each list is, when that is not the name that it has in the document. */
  private static final Map<String, String> COLLECTIONS = Map.of("shiftPatterns", "shift-patterns");

  private final CalendarEntries entries;
  private final ContactDetails contacts;
  private final Caller caller;
  private final ObjectMapper json;

  EntryAnswers(CalendarEntries entries, ContactDetails contacts, Caller caller, ObjectMapper json) {
    this.entries = entries;
    this.contacts = contacts;
    this.caller = caller;
    this.json = json;
  }

  /** A page of those entries that pass, by their names. */
  <E> Uni<RestResponse<Object>> list(
      EntryList<E> list,
      Predicate<ObjectNode> passes,
      @Nullable Integer limit,
      @Nullable String cursor) {
    PageRequest request = PageRequest.of(limit, cursor);
    return entries
        .all(list)
        .map(
            all ->
                RestResponse.ok(
                    Named.page(
                            all.entries().stream().filter(e -> passes.test(e.json())).toList(),
                            Entry::id,
                            request)
                        .map(entry -> view(list, all.inForce(), entry))));
  }

  /** One entry with its tag. */
  <E> Uni<RestResponse<Object>> read(EntryList<E> list, String id) {
    return entries.one(list, id).map(found -> answer(list, found).build());
  }

  /** A dry run leaves the key free: it changes nothing that could happen twice. */
  <E> Uni<RestResponse<Object>> create(
      EntryList<E> list,
      @Nullable String key,
      @Nullable String ifMatch,
      @Nullable Boolean dryRun,
      JsonNode body,
      EntryRule<E> rule) {
    EntryChange.Create change = new EntryChange.Create(object(body), ifMatch);
    if (isDry(dryRun)) {
      return difference(list, change, rule);
    }
    return entries
        .create(key, list, change, rule, caller.id())
        .map(
            created ->
                answer(list, created)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(links(list, created.entry()).self()))
                    .build());
  }

  <E> Uni<RestResponse<Object>> replace(
      EntryList<E> list,
      String id,
      @Nullable String ifMatch,
      @Nullable Boolean dryRun,
      JsonNode body,
      EntryRule<E> rule) {
    return change(list, new EntryChange.Replace(id, object(body), ifMatch), dryRun, rule);
  }

  <E> Uni<RestResponse<Object>> patch(
      EntryList<E> list,
      String id,
      @Nullable String ifMatch,
      @Nullable Boolean dryRun,
      JsonNode body,
      EntryRule<E> rule) {
    return change(list, new EntryChange.Patch(id, object(body), ifMatch), dryRun, rule);
  }

  <E> Uni<RestResponse<Object>> delete(
      EntryList<E> list,
      String id,
      @Nullable String ifMatch,
      @Nullable Boolean dryRun,
      EntryRule<E> rule) {
    EntryChange change = new EntryChange.Delete(id, ifMatch);
    if (isDry(dryRun)) {
      return difference(list, change, rule);
    }
    return entries
        .change(list, change, rule, caller.id())
        .map(gone -> RestResponse.ResponseBuilder.<Object>noContent().build());
  }

  private <E> Uni<RestResponse<Object>> change(
      EntryList<E> list, EntryChange change, @Nullable Boolean dryRun, EntryRule<E> rule) {
    return isDry(dryRun)
        ? difference(list, change, rule)
        : entries.change(list, change, rule, caller.id()).map(changed -> changed(list, changed));
  }

  /**
   * What a TAM has open stays where it lives, whatever their region: here is where it is listed.
   */
  private <E> RestResponse<Object> changed(EntryList<E> list, CalendarEntries.Changed changed) {
    RestResponse<Object> answer = answer(list, changed).build();
    if (list == EntryList.TAMS) {
      String tam = Links.segment(changed.entry().id());
      answer
          .getHeaders()
          .add("Link", "</api/v1/accountability?tam=" + tam + ">; rel=\"accountability\"");
    }
    return answer;
  }

  private <E> Uni<RestResponse<Object>> difference(
      EntryList<E> list, EntryChange change, EntryRule<E> rule) {
    return entries
        .tryOut(list, change, rule)
        .map(tried -> RestResponse.ok(DifferenceView.of(tried)));
  }

  private <E> RestResponse.ResponseBuilder<Object> answer(
      EntryList<E> list, CalendarEntries.Changed changed) {
    return RestResponse.ResponseBuilder.<Object>ok(view(list, changed.inForce(), changed.entry()))
        .header("ETag", changed.entry().etag());
  }

  private <E> ObjectNode view(EntryList<E> list, InForce inForce, Entry entry) {
    ObjectNode view =
        list == EntryList.TAMS && !contacts.isShown(entry.id())
            ? masked(entry.json())
            : entry.json().deepCopy();
    if (view.path(LEAD).isTextual()) {
      Person lead = inForce.person(view.path(LEAD).textValue());
      view.set(LEAD, json.valueToTree(lead));
    }
    view.set("links", json.valueToTree(links(list, entry)));
    return view;
  }

  private ObjectNode masked(ObjectNode tam) {
    return json.valueToTree(
        ContactAddresses.masked(json.convertValue(tam, CalendarDocument.TamEntry.class)));
  }

  private static <E> Links links(EntryList<E> list, Entry entry) {
    return Links.to(collection(list), entry.id());
  }

  /** The list's name in paths. */
  static String collection(EntryList<?> list) {
    return COLLECTIONS.getOrDefault(list.name(), list.name());
  }

  private static ObjectNode object(JsonNode body) {
    if (!(body instanceof ObjectNode sent)) {
      throw Problem.invalid("", "wrong-type", "must be an object");
    }
    ObjectNode object = sent.deepCopy();
    object.remove("links");
    if (object.path(LEAD).path("id").isTextual()) {
      object.set(LEAD, object.path(LEAD).path("id"));
    }
    return object;
  }

  private static boolean isDry(@Nullable Boolean dryRun) {
    return Boolean.TRUE.equals(dryRun);
  }
}
