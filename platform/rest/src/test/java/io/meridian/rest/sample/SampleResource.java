package io.meridian.rest.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.rest.http.BodyLimit;
import io.meridian.rest.http.ETags;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/samples")
@Produces("application/json")
public class SampleResource {
  static final AtomicInteger EFFECTS = new AtomicInteger();
  private static final Queue<UniEmitter<? super String>> WAITING = new ConcurrentLinkedQueue<>();

  private final Caller caller;
  private final Transactions transactions;
  private final Idempotency idempotency;

  SampleResource(Caller caller, Transactions transactions, Idempotency idempotency) {
    this.caller = caller;
    this.transactions = transactions;
    this.idempotency = idempotency;
  }

  public enum Colour {
    RED,
    BLUE
  }

  public record Part(@NotBlank @Size(max = 5) String name, @Nullable Integer weight) {}

  public record Sample(
      @NotBlank String title,
      @NotNull Colour colour,
      int count,
      @Nullable Boolean flag,
      @Nullable Instant at,
      @Nullable Duration length,
      @Nullable UUID ref,
      @Nullable List<@Valid Part> parts,
      @Nullable Map<String, @Size(max = 3) String> labels,
      @Nullable JsonNode extra) {}

  public record Answer(int effect, String title, String caller) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  public Uni<Page<String>> list(
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor,
      @RestQuery @Nullable Instant from,
      @RestQuery @Nullable Colour colour,
      @RestQuery @Nullable List<Colour> colours,
      @RestQuery @Nullable Boolean flag,
      @RestQuery @Max(9) @Nullable Long small,
      @RestQuery List<String> tag) {
    PageRequest request = PageRequest.of(limit, cursor);
    int start = request.after(key -> Integer.parseInt(key.getFirst())).orElse(0);
    List<String> rows =
        IntStream.rangeClosed(start + 1, Math.min(start + request.limit() + 1, 120))
            .mapToObj(Integer::toString)
            .toList();
    return Uni.createFrom().item(Page.of(rows, request, List::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.TAM)
  public Uni<String> read(UUID id) {
    return Uni.createFrom().failure(Problem.notFound("sample", id));
  }

  @GET
  @Path("/caller")
  @RolesAllowed({Roles.TAM, Roles.ADMIN})
  @Produces("application/json")
  public Uni<Map<String, String>> whoAmI() {
    return Uni.createFrom()
        .item(Map.of("id", caller.id(), "admin", Boolean.toString(caller.is(Role.ADMIN))));
  }

  @GET
  @Path("/broken")
  @PermitAll
  public Uni<String> broken() {
    return Uni.createFrom().failure(new IllegalStateException("secret detail"));
  }

  @GET
  @Path("/unannotated")
  public String unannotated() {
    return "never";
  }

  @POST
  @RolesAllowed(Roles.MANAGER)
  @ResponseStatus(201)
  public Uni<Answer> create(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Valid Sample sample) {
    return transactions.write(
        session ->
            idempotency.once(
                session, key, "POST /samples", sample, Answer.class, () -> effect(sample)));
  }

  @PUT
  @RolesAllowed(Roles.MANAGER)
  public Uni<String> change(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable @Valid Sample sample) {
    ETags.requireMatch(ifMatch, 7);
    return Uni.createFrom().item("changed");
  }

  @PUT
  @Path("/large")
  @BodyLimit(mebibytes = 1)
  @RolesAllowed(Roles.MANAGER)
  public Uni<Integer> large(Map<String, String> texts) {
    return Uni.createFrom().item(texts.values().stream().mapToInt(String::length).sum());
  }

  /** Goes on as long as somebody listens. */
  @GET
  @Path("/stream")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<String> stream() {
    return Multi.createFrom().ticks().every(Duration.ofMillis(50)).map(Object::toString);
  }

  /** Answered by {@link #release}. */
  @GET
  @Path("/waiting")
  @RolesAllowed(Roles.MANAGER)
  @Produces("text/plain")
  public Uni<String> waiting() {
    return Uni.createFrom().emitter(waiting -> WAITING.add(waiting));
  }

  /** How often something was created. */
  public static int effects() {
    return EFFECTS.get();
  }

  /** How many wait. */
  public static int waitingNow() {
    return WAITING.size();
  }

  /** Answers those that wait; how many they were. */
  public static int release() {
    int count = 0;
    for (var one = WAITING.poll(); one != null; one = WAITING.poll()) {
      one.complete("done");
      count++;
    }
    return count;
  }

  private Uni<Answer> effect(Sample sample) {
    if (sample.title().equals("fails")) {
      return Uni.createFrom().failure(Problem.conflict("sample-state", "not now"));
    }
    return Uni.createFrom()
        .item(() -> new Answer(EFFECTS.incrementAndGet(), sample.title(), caller.id()));
  }
}
