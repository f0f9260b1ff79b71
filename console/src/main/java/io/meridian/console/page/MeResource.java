package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.CalendarService;
import io.meridian.console.client.ChannelTest;
import io.meridian.console.client.Feed;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.KnownPerson;
import io.meridian.console.client.Me;
import io.meridian.console.client.Refusal;
import io.meridian.console.client.Tam;
import io.meridian.console.page.MePage.Channel;
import io.meridian.console.page.MePage.Subscription;
import io.meridian.console.page.MePage.Tried;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.MeMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Me: how one is told, in which colours one reads, and one's shifts in a calendar of one's own. */
@Path("/me")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MeResource {
  private static final Duration KEPT = Duration.ofDays(365);
  private static final String ME = "/me";
  private static final int FEEDS_MAX = 100;

  private final HandoffService handoffs;
  private final CalendarService calendar;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final Messages messages;
  private final MeMessages words;
  private final HttpServerRequest request;

  MeResource(
      @RestClient HandoffService handoffs,
      @RestClient CalendarService calendar,
      Reader reader,
      Frames frames,
      Notices notices,
      Messages messages,
      MeMessages words,
      HttpServerRequest request) {
    this.handoffs = handoffs;
    this.calendar = calendar;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.messages = messages;
    this.words = words;
    this.request = request;
  }

  @GET
  public Uni<MePage> show() {
    return page(List.of(), "");
  }

  private Uni<MePage> page(List<Tried> tried, String link) {
    Frame frame = frames.frame(messages.me());
    return reader.is(Role.TAM)
        ? Uni.combine()
            .all()
            .unis(known(read(handoffs.tam(reader.bearer(), reader.id()))), feeds())
            .with((tam, feeds) -> paint(frame, tam, Optional.empty(), tried, feeds, link))
        : known(read(handoffs.me(reader.bearer())))
            .map(me -> me.map(Me::person))
            .map(person -> paint(frame, Optional.empty(), person, tried, List.of(), link));
  }

  /** Me is a page also while its service is silent. */
  private static <T> Uni<Optional<T>> known(Uni<T> asked) {
    return asked.map(Optional::of).onFailure().recoverWithItem(Optional.empty());
  }

  /** Those that the reader made. */
  private Uni<List<Subscription>> feeds() {
    TimeLabels times = frames.times();
    return read(calendar.feeds(reader.bearer(), FEEDS_MAX))
        .map(
            page ->
                page.items().stream()
                    .filter(feed -> feed.createdBy().equals(reader.id()))
                    .map(feed -> subscription(feed, times))
                    .toList())
        .onFailure()
        .recoverWithItem(List.of());
  }

  private Subscription subscription(Feed feed, TimeLabels times) {
    String what =
        reader.id().equals(feed.subject())
            ? words.ownShifts()
            : feed.subject() == null ? words.allShifts() : words.shiftsOf(feed.subject());
    return new Subscription(feed.id(), what, times.at(feed.createdAt()));
  }

  private MePage paint(
      Frame frame,
      Optional<Tam> entry,
      Optional<KnownPerson> person,
      List<Tried> tried,
      List<Subscription> feeds,
      String link) {
    return new MePage(
        frame,
        reader.id(),
        entry.map(Tam::region).orElse(""),
        ForeignText.of(person.map(KnownPerson::name).orElse("")),
        person.map(KnownPerson::manages).orElse(List.of()),
        entry.isPresent(),
        entry.map(Tam::channels).orElse(List.of()).stream()
            .map(one -> new Channel(one.kind(), ForeignText.of(masked(one.address()))))
            .toList(),
        tried,
        frame.keys(),
        feeds,
        link);
  }

  /** Its first letters and, of a mail address, its domain. */
  static String masked(@Nullable String address) {
    String whole = address == null ? "" : address;
    int at = whole.lastIndexOf('@');
    String host = whole.replaceFirst("^([a-z]+://[^/]+).*", "$1");
    if (at > 0) {
      return whole.substring(0, whole.offsetByCodePoints(0, 1)) + "…" + whole.substring(at);
    }
    return host.equals(whole) ? "…" : host + "/…";
  }

  @POST
  @Path("/theme")
  public Response theme(@FormParam("theme") @DefaultValue("") String theme) {
    return kept(Frames.THEME_COOKIE, theme.matches("light|dark|system") ? theme : "system");
  }

  @POST
  @Path("/keys")
  public Response keys(@FormParam("keys") @DefaultValue("") String keys) {
    return kept(Frames.KEYS_COOKIE, keys.equals("off") ? "off" : "on");
  }

  private static Response kept(String name, String value) {
    return Response.seeOther(URI.create(ME))
        .cookie(
            new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) KEPT.toSeconds())
                .build())
        .build();
  }

  /** Sent while the reader waits, who alone can see whether it arrived. */
  @POST
  @Path("/channel-test")
  public Uni<MePage> test(@FormParam("channel") @DefaultValue("1") int channel) {
    return write(handoffs.testChannel(reader.bearer(), channel))
        .map(MeResource::tried)
        .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
        .recoverWithItem(no -> new Tried(false, ForeignText.of(((Refusal) no).detail())))
        .chain(tried -> page(List.of(tried), ""));
  }

  private static Tried tried(ChannelTest test) {
    String words = test.taken() ? test.kind() + " " + test.target() : test.failure();
    return new Tried(test.taken(), ForeignText.of(words));
  }

  /** The address is told once, by this very answer. */
  @POST
  @Path("/calendar-link")
  public Uni<MePage> link() {
    return told(calendar.makeFeed(reader.bearer(), Map.of("scope", "TAM", "subject", reader.id())));
  }

  /** Another address in the place of one that somebody else may know. */
  @POST
  @Path("/calendar-link/{id}/reset")
  public Uni<MePage> reset(UUID id) {
    return told(calendar.resetFeed(reader.bearer(), id));
  }

  @POST
  @Path("/calendar-link/{id}/revocation")
  public Uni<Response> revoke(UUID id) {
    return write(calendar.revokeFeed(reader.bearer(), id))
        .map(
            revoked -> {
              notices.good(words.revoked());
              return Response.seeOther(URI.create(ME)).build();
            });
  }

  private Uni<MePage> told(Uni<Feed> feed) {
    return write(feed).chain(made -> page(List.of(), address(made.path())));
  }

  private String address(@Nullable String path) {
    return path == null ? "" : request.scheme() + "://" + request.authority() + path;
  }
}
