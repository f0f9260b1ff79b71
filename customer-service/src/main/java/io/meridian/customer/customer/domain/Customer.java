package io.meridian.customer.customer.domain;

import io.meridian.customer.directory.domain.Directory;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer at one revision.
 *
 * @param tamAssignments region code to TAM id, in the order of the codes
 * @param contacts who wants to be told, in the order in which they are to be told
 * @param revision counts the changes, from 1
 * @param changedAt when this revision came to be
 */
public record Customer(
    UUID id,
    Profile profile,
    Map<String, String> tamAssignments,
    List<Contact> contacts,
    long revision,
    Instant changedAt) {

  /** Makes the lists and maps unchangeable. */
  public Customer {
    tamAssignments = TamAssignments.inOrder(tamAssignments);
    contacts = List.copyOf(contacts);
  }

  /** A customer becomes known. */
  public static Decision create(
      UUID id,
      Profile profile,
      Map<String, String> tamAssignments,
      Directory directory,
      Instant now) {
    List<Refusal> refusals = TamAssignments.check(tamAssignments, directory);
    if (!refusals.isEmpty()) {
      return new Decision.Refused(refusals);
    }
    Customer created = new Customer(id, profile, tamAssignments, List.of(), 1, now);
    return new Decision.Accepted(created, List.of(new CustomerEvent.Created(created.state())));
  }

  /** Replaces the profile; the same profile again changes nothing. */
  public Decision.Accepted describe(Profile changed, Instant now) {
    if (changed.equals(profile)) {
      return unchanged();
    }
    return updated(new Customer(id, changed, tamAssignments, contacts, revision + 1, now));
  }

  /** Replaces all assignments; the same ones again change nothing. */
  public Decision assignAll(Map<String, String> wanted, Directory directory, Instant now) {
    Map<String, String> assignments = TamAssignments.inOrder(wanted);
    if (assignments.equals(tamAssignments)) {
      return unchanged();
    }
    List<Refusal> refusals = TamAssignments.check(assignments, directory);
    return refusals.isEmpty()
        ? updated(new Customer(id, profile, assignments, contacts, revision + 1, now))
        : new Decision.Refused(refusals);
  }

  /** Assigns the TAM of one region; the same TAM again changes nothing. */
  public Decision assign(String region, String tam, Directory directory, Instant now) {
    if (tam.equals(tamAssignments.get(region))) {
      return unchanged();
    }
    return directory
        .objection(region, tam)
        .<Decision>map(why -> new Decision.Refused(List.of(new Refusal("/tam", why, tam))))
        .orElseGet(() -> assigned(region, TamAssignments.with(tamAssignments, region, tam), now));
  }

  /** Takes the TAM of one region away; without one it changes nothing. */
  public Decision.Accepted unassign(String region, Instant now) {
    return tamAssignments.containsKey(region)
        ? assigned(region, TamAssignments.without(tamAssignments, region), now)
        : unchanged();
  }

  /** Whether this person, by the subject of their tokens, is one of the stakeholders. */
  public boolean isOf(String person) {
    return contacts.stream().anyMatch(contact -> contact.is(person));
  }

  /** Replaces who wants to be told; the same people again change nothing. */
  public Decision.Accepted inform(List<Contact> wanted, Instant now) {
    if (wanted.equals(contacts)) {
      return unchanged();
    }
    Customer after = new Customer(id, profile, tamAssignments, wanted, revision + 1, now);
    return new Decision.Accepted(
        after, List.of(new CustomerEvent.StakeholdersChanged(after.state())));
  }

  /** The customer as other services are told. */
  public CustomerState state() {
    return new CustomerState(
        id,
        profile.name(),
        profile.tier(),
        profile.homeRegion(),
        profile.language(),
        profile.externalRefs(),
        tamAssignments,
        contacts.stream().map(Contact::stakeholder).toList(),
        profile.active(),
        revision,
        changedAt);
  }

  private Decision.Accepted assigned(String region, Map<String, String> assignments, Instant now) {
    Customer after = new Customer(id, profile, assignments, contacts, revision + 1, now);
    return new Decision.Accepted(
        after, List.of(new CustomerEvent.TamAssigned(region, after.state())));
  }

  private static Decision.Accepted updated(Customer after) {
    return new Decision.Accepted(after, List.of(new CustomerEvent.Updated(after.state())));
  }

  private Decision.Accepted unchanged() {
    return new Decision.Accepted(this, List.of());
  }
}
