package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.Accountability;
import io.meridian.console.client.Escalation;
import io.meridian.console.client.EscalationService;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Page;
import io.meridian.console.page.EscalationPage.Acts;
import io.meridian.console.page.EscalationPage.Happening;
import io.meridian.console.page.EscalationPage.Head;
import io.meridian.console.page.EscalationPage.Owner;
import io.meridian.console.page.HandoffPage.Entered;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.EscalationMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.time.TimeLabel;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What escalation-service knows of an escalation and its timeline, and handoff-service of who has
 * it: asked at once, and the page is there without the last two.
 */
@RequestScoped
class EscalationReading {
  /** As many as the service gives at once. */
  private static final int FACTS_MAX = 500;

  private final EscalationService escalations;
  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final EscalationMessages messages;
  private final HandoffMessages words;

  EscalationReading(
      @RestClient EscalationService escalations,
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      EscalationMessages messages,
      HandoffMessages words) {
    this.escalations = escalations;
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.words = words;
  }

  /** The page, with what the reader wrote and was refused. */
  Uni<EscalationPage> page(String id, Entered entered) {
    return Uni.combine()
        .all()
        .unis(
            read(escalations.escalation(reader.bearer(), id)),
            reader.seesTheHouse()
                ? orNothing(handoffs.accountability(reader.bearer(), id))
                : Uni.createFrom().item(Optional.<Accountability>empty()),
            orNothing(escalations.timeline(reader.bearer(), id, FACTS_MAX)))
        .with((one, ledger, timeline) -> paint(one, ledger, timeline, entered));
  }

  private static <T> Uni<Optional<T>> orNothing(Uni<T> asked) {
    return read(asked).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
  }

  private EscalationPage paint(
      Escalation one,
      Optional<Accountability> ledger,
      Optional<Page<Escalation.Fact>> timeline,
      Entered entered) {
    String id = ForeignText.plain(one.shortId());
    TimeLabels times = frames.times();
    List<Accountability.Stretch> gaps = ledger.map(Accountability::gaps).orElse(List.of());
    Duration unattended =
        gaps.stream()
            .map(gap -> Duration.between(gap.start(), gap.end()))
            .reduce(Duration.ZERO, Duration::plus);
    return new EscalationPage(
        entered.error().isEmpty() ? frames.frame(id) : frames.refused(id, entered.error()),
        head(id, one, ledger, times),
        ledger.map(found -> standing(found, times)).orElseGet(this::nobodyKnown),
        reader.is(Role.TAM) ? new Acts(id, Zones.city(reader.zone()), entered) : null,
        ledger.map(Accountability::intervals).orElse(List.of()).stream()
            .map(interval -> owner(interval, times))
            .toList(),
        gaps.size(),
        times.lasting(unattended),
        timeline.map(page -> happenings(page.items(), ledger, times)).orElse(null),
        timeline.map(page -> page.nextCursor() != null).orElse(false));
  }

  /** Who has it is told to nobody whose business it is not. */
  private List<String> nobodyKnown() {
    return reader.seesTheHouse() ? List.of(words.accountableUnknown()) : List.of();
  }

  private Head head(String id, Escalation one, Optional<Accountability> ledger, TimeLabels times) {
    Escalation.Customer customer = one.customer();
    return new Head(
        id,
        one.severity(),
        inWords(one.status()),
        ForeignText.of(one.title()),
        ForeignText.of(customer == null ? null : customer.name()),
        customer == null ? "" : "/customers/" + customer.id(),
        times.at(one.openedAt()),
        label(one.acknowledgedAt(), times),
        name(one.acknowledgedBy(), ledger),
        label(one.resolvedAt(), times),
        label(one.closesAt(), times),
        label(one.closedAt(), times),
        messages.hoursAre(one.serviceHours()),
        ForeignText.plain(one.homeRegion()),
        ticket(one.externalRef()),
        ForeignText.plain(String.join(", ", one.tags())),
        ForeignText.of(one.description()));
  }

  private static @Nullable TimeLabel label(@Nullable Instant at, TimeLabels times) {
    return at == null ? null : times.at(at);
  }

  private static ForeignText ticket(Escalation.@Nullable ExternalRef ref) {
    return ref == null
        ? ForeignText.NONE
        : ForeignText.of(
            ref.system() + " " + ref.id() + (ref.url() == null ? "" : " " + ref.url()));
  }

  private Owner owner(Accountability.Interval interval, TimeLabels times) {
    return new Owner(
        words.personIn(ForeignText.plain(interval.tam().name()), interval.region()),
        times.at(interval.start()),
        label(interval.end(), times));
  }

  private List<Happening> happenings(
      List<Escalation.Fact> facts, Optional<Accountability> ledger, TimeLabels times) {
    return facts.stream()
        .sorted(Comparator.comparing(Escalation.Fact::at).reversed())
        .map(
            fact ->
                new Happening(
                    times.at(fact.at()),
                    name(fact.by(), ledger),
                    inWords(fact.kind()).toLowerCase(Locale.ROOT),
                    change(fact),
                    ForeignText.of(fact.text())))
        .toList();
  }

  private String change(Escalation.Fact fact) {
    String before = fact.from();
    String after = fact.to();
    return before == null || after == null
        ? ForeignText.plain(String.join(", ", fact.fields()))
        : messages.change(inWords(before), inWords(after));
  }

  /** {@code FOLLOW_THE_SUN} as people read it. */
  private static String inWords(String code) {
    return ForeignText.plain(code).replace('_', ' ');
  }

  /** By the ledger, which names those who have had it; else the id. */
  private static String name(@Nullable String id, Optional<Accountability> ledger) {
    return ForeignText.plain(
        ledger.map(Accountability::intervals).orElse(List.of()).stream()
            .filter(interval -> interval.tam().id().equals(id))
            .findFirst()
            .map(interval -> interval.tam().name())
            .orElse(id));
  }

  /** Who has it, whether they hold it, and whether it rests. */
  private List<String> standing(Accountability ledger, TimeLabels times) {
    List<String> lines = new ArrayList<>();
    Accountability.Interval present = ledger.present();
    if (present == null) {
      if (ledger.closed() == null) {
        lines.add(words.nobodyAccountable());
      }
    } else {
      String who = words.personIn(ForeignText.plain(present.tam().name()), present.region());
      lines.add(words.accountableSince(who, times.at(present.start()).text()));
    }
    Accountability.Hold hold = ledger.hold(times.now());
    if (hold != null) {
      String holder = ForeignText.plain(hold.tam().name());
      lines.add(words.attendsUntil(holder, times.at(hold.end()).text()));
    }
    Accountability.Rest rest = ledger.rest();
    if (rest != null) {
      String home = ForeignText.plain(ledger.homeRegion());
      lines.add(words.rests(times.at(rest.start()).text(), rest.cause(), home));
    }
    return lines;
  }
}
