package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.console.client.Accountability;
import io.meridian.console.client.EscalationService;
import io.meridian.console.client.HandoffService;
import io.meridian.console.page.FactsPage.Acts;
import io.meridian.console.page.HandoffPage.Entered;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What escalation-service knows of an escalation, and handoff-service of who has it: asked at once,
 * and the page is there without the second.
 */
@RequestScoped
class EscalationReading {
  private final EscalationService escalations;
  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Messages messages;
  private final HandoffMessages words;

  EscalationReading(
      @RestClient EscalationService escalations,
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Messages messages,
      HandoffMessages words) {
    this.escalations = escalations;
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.words = words;
  }

  /** The page, with what the reader wrote and was refused. */
  Uni<FactsPage> page(String id, Entered entered) {
    return Uni.combine()
        .all()
        .unis(read(escalations.escalation(reader.bearer(), id)), standing(id))
        .asTuple()
        .map(both -> page(id, both.getItem1(), both.getItem2(), entered));
  }

  private FactsPage page(String id, JsonNode one, List<String> standing, Entered entered) {
    String name = ForeignText.plain(one.path("shortId").asText(id));
    TimeLabels times = frames.times();
    return new FactsPage(
        entered.error().isEmpty() ? frames.frame(name) : frames.refused(name, entered.error()),
        "/escalations",
        messages.escalations(),
        standing,
        new Facts(times).of(one),
        reader.is(Role.TAM) ? new Acts(name, Zones.city(reader.zone()), entered) : null);
  }

  /** Who has it, as far as that is the reader's business and known. */
  private Uni<List<String>> standing(String id) {
    return reader.seesTheHouse()
        ? read(handoffs.accountability(reader.bearer(), id))
            .map(found -> standing(found, frames.times()))
            .onFailure()
            .recoverWithItem(() -> List.of(words.accountableUnknown()))
        : Uni.createFrom().item(List.of());
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
