package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Page;
import io.meridian.console.client.Tam;
import io.meridian.console.page.ChangePage.Option;
import io.meridian.console.session.Reader;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Who is on the roster, where somebody is to be chosen or named. */
@RequestScoped
class Roster {
  /** As many as the service gives at once. */
  private static final int TAMS_MAX = 500;

  private final HandoffService handoffs;
  private final Reader reader;
  private final CalendarMessages words;

  Roster(@RestClient HandoffService handoffs, Reader reader, CalendarMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.words = words;
  }

  /** Everybody who serves, by region and name. */
  Uni<List<Tam>> all() {
    return read(handoffs.tams(reader.bearer(), TAMS_MAX))
        .map(Page::items)
        .map(
            tams ->
                tams.stream()
                    .filter(tam -> !"INACTIVE".equals(tam.status()))
                    .sorted(Comparator.comparing(Tam::region).thenComparing(Tam::name))
                    .toList());
  }

  /** A choice of one of them. */
  List<Option> options(List<Tam> tams, String chosen) {
    return tams.stream()
        .map(
            tam ->
                new Option(
                    tam.id(),
                    words.personIn(ForeignText.plain(tam.name()), tam.region()),
                    tam.id().equals(chosen)))
        .toList();
  }

  /** The same, or nobody. */
  List<Option> optionsOrNobody(List<Tam> tams, String chosen) {
    Option nobody = new Option("", words.nobody(), chosen.isEmpty());
    return Stream.concat(Stream.of(nobody), options(tams, chosen).stream()).toList();
  }

  /** What this one is called; their id where the roster has not got them. */
  static String name(List<Tam> tams, @Nullable String id) {
    return tams.stream()
        .filter(tam -> tam.id().equals(id))
        .findFirst()
        .map(Tam::name)
        .or(() -> Optional.ofNullable(id))
        .map(ForeignText::plain)
        .orElse("");
  }
}
