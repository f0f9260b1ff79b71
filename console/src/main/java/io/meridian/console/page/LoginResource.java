package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.Handoff;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.OnDuty;
import io.meridian.console.client.Page;
import io.meridian.console.client.Tam;
import io.meridian.console.page.LoginPage.Somebody;
import io.meridian.console.session.LocalLogin;
import io.meridian.console.session.LoginLinks;
import io.meridian.console.session.Role;
import io.meridian.console.session.SessionCookie;
import io.meridian.console.session.Targets;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Coming in and going out, on the local stack. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LoginResource {
  private static final int PEOPLE_MAX = 200;
  private static final int OFFERS_MAX = 500;
  private static final String MANAGER = "manager-mia";
  private static final String OBSERVER = "observer-una";
  private static final String AUDITOR = "auditor-ole";
  private static final String ADMIN = "admin-ada";

  private final LocalLogin login;
  private final LoginLinks links;
  private final HandoffService handoffs;
  private final Frames frames;
  private final Messages messages;

  LoginResource(
      LocalLogin login,
      LoginLinks links,
      @RestClient HandoffService handoffs,
      Frames frames,
      Messages messages) {
    this.login = login;
    this.links = links;
    this.handoffs = handoffs;
    this.frames = frames;
    this.messages = messages;
  }

  /** Who is there, and what they are about. */
  private record Roster(List<Tam> people, Map<String, OnDuty.Duty> duty, Map<String, Long> asked) {}

  @GET
  @Path("/login")
  public Uni<TemplateInstance> choose(@QueryParam("to") @Nullable String to) {
    String target = Targets.own(to).map(URI::toString).orElse("/");
    Frame frame = frames.outside(messages.login());
    if (!login.isOpen()) {
      return Uni.createFrom().item(new LoginPage(frame, target, false, List.of(), true));
    }
    return roster()
        .map(roster -> new LoginPage(frame, target, true, people(roster), true))
        .onFailure()
        .recoverWithItem(() -> new LoginPage(frame, target, true, others(), false))
        .map(TemplateInstance.class::cast);
  }

  private Uni<Roster> roster() {
    String bearer = "Bearer " + login.glance();
    return Uni.combine()
        .all()
        .unis(
            read(handoffs.tams(bearer, PEOPLE_MAX)),
            read(handoffs.onDuty(bearer)),
            read(handoffs.handoffs(bearer, "OFFERED", null, null, OFFERS_MAX)))
        .asTuple()
        .map(
            all ->
                new Roster(all.getItem1().items(), duties(all.getItem2()), asked(all.getItem3())));
  }

  private static Map<String, OnDuty.Duty> duties(OnDuty now) {
    return now.items().stream()
        .collect(Collectors.toMap(duty -> duty.tam().id(), duty -> duty, (one, other) -> one));
  }

  private static Map<String, Long> asked(Page<Handoff> offers) {
    return offers.items().stream()
        .flatMap(
            offer ->
                offer.to().tam() == null ? null : java.util.stream.Stream.of(offer.to().tam().id()))
        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
  }

  private List<Somebody> people(Roster roster) {
    List<Somebody> people = new ArrayList<>();
    for (Tam tam : roster.people()) {
      long asked = roster.asked().getOrDefault(tam.id(), 0L);
      OnDuty.Duty duty = roster.duty().get(tam.id());
      List<String> what = new ArrayList<>();
      if (duty != null) {
        what.add(messages.onDutyAs(messages.tier(duty.tier())));
      }
      if (asked > 0) {
        what.add(messages.comingToThem(asked));
      }
      people.add(
          new Somebody(
              tam.id(),
              ForeignText.of(tam.name()),
              tam.region(),
              String.join(" · ", what),
              asked * 2 + (duty == null ? 0 : 1)));
    }
    people.sort(Comparator.comparingLong(Somebody::weight).reversed());
    people.addAll(others());
    return people;
  }

  private List<Somebody> others() {
    return List.of(
        new Somebody(MANAGER, ForeignText.of(messages.managerMia()), "", messages.readsAll(), 0),
        new Somebody(OBSERVER, ForeignText.of(messages.observerUna()), "", messages.follows(), 0),
        new Somebody(AUDITOR, ForeignText.of(messages.auditorOle()), "", messages.audits(), 0),
        new Somebody(ADMIN, ForeignText.of(messages.adminAda()), "", messages.configures(), 0));
  }

  @POST
  @Path("/login")
  public Uni<Response> enter(
      @FormParam("as") @DefaultValue("") String id, @FormParam("to") @Nullable String to) {
    Role role =
        switch (id) {
          case MANAGER -> Role.MANAGER;
          case OBSERVER -> Role.OBSERVER;
          case AUDITOR -> Role.AUDITOR;
          case ADMIN -> Role.ADMIN;
          default -> Role.TAM;
        };
    return session(id, role, Targets.own(to).orElse(URI.create("/")));
  }

  @GET
  @Path("/login/link")
  public Uni<Response> follow(@QueryParam("token") @DefaultValue("") String token) {
    if (!login.isOpen()) {
      throw new NotFoundException();
    }
    return links
        .take(token)
        .map(guest -> session(guest.subject(), guest.role(), URI.create("/")))
        .orElseGet(
            () ->
                Uni.createFrom()
                    .item(
                        Response.status(Response.Status.GONE)
                            .entity(
                                new ErrorPage(
                                    frames.outside(messages.linkGone()),
                                    messages.linkGone(),
                                    messages.linkGoneWhy(),
                                    "/login",
                                    messages.login(),
                                    ""))
                            .build()));
  }

  private Uni<Response> session(String id, Role role, URI to) {
    if (!login.isOpen() || !id.matches("[A-Za-z0-9._@-]{1,64}")) {
      throw new NotFoundException();
    }
    String glance = "Bearer " + login.glance();
    Uni<Tam> somebody =
        role == Role.TAM
            ? read(handoffs.tam(glance, id))
            : read(handoffs.person(glance, id))
                .map(one -> new Tam(id, one.name(), "", one.zone(), null, null));
    return somebody
        .onFailure()
        .recoverWithItem(() -> stranger(id))
        .map(tam -> login.session(id, role, tam.name(), tam.zone() == null ? "" : tam.zone()))
        .map(token -> Response.seeOther(to).cookie(SessionCookie.of(token)).build());
  }

  private Tam stranger(String id) {
    String name =
        switch (id) {
          case MANAGER -> messages.managerMia();
          case OBSERVER -> messages.observerUna();
          case AUDITOR -> messages.auditorOle();
          case ADMIN -> messages.adminAda();
          default -> id;
        };
    return new Tam(id, name, "", null, null, null);
  }

  @POST
  @Path("/logout")
  public Response leave() {
    return Response.seeOther(URI.create("/login"))
        .cookie(SessionCookie.none())
        .header("Clear-Site-Data", "\"cookies\", \"storage\"")
        .build();
  }
}
