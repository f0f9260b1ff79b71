package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.application.roster.EntryList;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * What the description of one list's resource says that those of the others do not.
 *
 * @param resource that answers for the list
 * @param example a body as it is sent
 * @param reading what is said besides of reading an entry
 * @param adding what is said besides of adding one
 * @param changing what is said besides of every change, adding one included
 */
record EntryDescription(
    Class<?> resource,
    EntryList<?> list,
    String example,
    String reading,
    String adding,
    String changing) {

  static EntryDescription of(Class<?> resource, EntryList<?> list, String example) {
    return new EntryDescription(resource, list, example, "", "", "");
  }

  EntryDescription reading(String words) {
    return new EntryDescription(resource, list, example, words, adding, changing);
  }

  EntryDescription adding(String words) {
    return new EntryDescription(resource, list, example, reading, words, changing);
  }

  EntryDescription changing(String words) {
    return new EntryDescription(resource, list, example, reading, adding, words);
  }

  String noun() {
    return list.noun();
  }

  /** The noun with its article: {@code an override}. */
  String one() {
    return ("aeio".indexOf(noun().charAt(0)) < 0 ? "a " : "an ") + noun();
  }

  String collection() {
    return "/api/v1/" + EntryAnswers.collection(list);
  }

  /** Schema of an entry as it is answered: {@code ShiftPattern}. */
  String answered() {
    return Arrays.stream(noun().split(" "))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + lower(word.substring(1)))
        .collect(Collectors.joining());
  }

  /** Schema of an entry as it is sent, the document's own: {@code CalendarShiftPattern}. */
  String sent() {
    return "Calendar" + answered();
  }

  /** Who may call the resource's method of this name. */
  SecurityRequirement roles(String method) {
    return Arrays.stream(resource.getMethods())
        .filter(one -> one.getName().equals(method))
        .map(one -> List.of(one.getAnnotation(RolesAllowed.class).value()))
        .map(roles -> OASFactory.createSecurityRequirement().addScheme("bearer", roles))
        .findFirst()
        .orElseThrow();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
