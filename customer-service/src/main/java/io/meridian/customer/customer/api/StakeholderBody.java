package io.meridian.customer.customer.api;

import io.meridian.customer.customer.domain.Contact;
import io.meridian.events.Severity;
import io.meridian.events.Stakeholder;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.security.Actor;
import io.meridian.rest.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send and see of a customer's stakeholders. */
final class StakeholderBody {

  private StakeholderBody() {}

  /** Somebody at the customer who wants to be told. */
  @Schema(name = "Stakeholder")
  public record One(
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          @Schema(examples = "Dana Roy")
          String name,
      @Size(min = 1, max = 200)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          @Schema(nullable = true, examples = "CTO")
          @Nullable String role,
      @Pattern(regexp = OneLine.MAIL_ADDRESS, message = "must be a mail address")
          @Email
          @Size(max = 320)
          @Schema(nullable = true, examples = "dana@acme.example")
          @Nullable String email,
      @Pattern(regexp = "\\+?[0-9 ()/.-]{3,40}", message = "must be a telephone number")
          @Schema(nullable = true, examples = "+44 20 7946 0000")
          @Nullable String phone,
      @Schema(
              nullable = true,
              description = "the least severity they want to hear of; of all without one")
          @Nullable Severity informedFrom,
      @Pattern(regexp = Actor.ID_FORM)
          @Schema(
              nullable = true,
              examples = "observer-dana",
              description =
                  "the subject of their tokens, by which they see the customer and its escalations")
          @Nullable String person) {

    /** As somebody reads it who reads all, or is told names alone but of themselves. */
    static One of(Contact contact, Actor reader) {
      Stakeholder who = contact.stakeholder();
      boolean whole = reader.readsAll() || contact.is(reader.id());
      return new One(
          who.name(),
          who.role(),
          whole ? contact.email() : null,
          whole ? contact.phone() : null,
          who.informedFrom(),
          whole ? who.person() : null);
    }

    Contact toContact() {
      return new Contact(new Stakeholder(name.strip(), role, informedFrom, person), email, phone);
    }
  }

  /** The body of PUT: everybody, in the order in which they are to be told. */
  @Schema(name = "StakeholdersReplace")
  public record Replace(@NotNull @Size(max = 50) List<@Valid @NotNull One> items) {

    List<Contact> toContacts() {
      List<Contact> contacts = new ArrayList<>();
      List<Violation> violations = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      Set<String> persons = new HashSet<>();
      for (One one : items) {
        Contact contact = one.toContact();
        if (!seen.add(contact.stakeholder().name())) {
          String pointer = "/items/" + contacts.size() + "/name";
          violations.add(new Violation(pointer, "duplicate", "is named before"));
        }
        if (one.person() != null && !persons.add(one.person())) {
          String pointer = "/items/" + contacts.size() + "/person";
          violations.add(new Violation(pointer, "duplicate", "is named before"));
        }
        contacts.add(contact);
      }
      if (!violations.isEmpty()) {
        throw Problem.invalid(violations);
      }
      return contacts;
    }
  }

  /** Everybody, in the order in which they are to be told. */
  @Schema(name = "Stakeholders")
  record All(List<One> items) {}
}
