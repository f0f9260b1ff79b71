package io.meridian.local.cli;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.client.Api;
import io.meridian.local.monitoring.Figures;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.postgres.PostgresSettings;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The stack as a user runs it: one after the other on one data folder, through crashes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {

  private static final Duration RECOVERY_MAX = Duration.ofMinutes(3);

  /** A channel that fails: the address is private, which no channel may be by default. */
  private static final Map<String, Object> NOBODY_LISTENS =
      Map.of("kind", "WEBHOOK", "address", "https://127.0.0.1:1/hook");

  @TempDir private static Path folder;

  private final PortPlan ports = PortPlan.free();
  private final List<String> seeded = new ArrayList<>();
  private Path data;
  private Launcher launcher;

  @BeforeAll
  void up() throws Exception {
    data = folder.resolve("data");
    launcher = start();
  }

  @AfterAll
  void down() throws Exception {
    assertThat(meridian("down").code()).isZero();
    assertThat(ports.firstBusy(Part.ALL)).isEmpty();
  }

  private Launcher start() throws Exception {
    Launcher started =
        Launcher.start(
            folder,
            "up",
            "--data",
            data.toString(),
            "--port-offset",
            Integer.toString(ports.offset()));
    started.awaitUp();
    return started;
  }

  @Test
  @Order(1)
  void the_first_start_brings_everything_up_and_seeds_a_world() throws Exception {
    assertThat(states()).hasSize(Part.ALL.size()).containsOnly("up");
    assertThat(manager().all("/customers")).hasSize(10);
    manager().all("/escalations").forEach(one -> seeded.add(one.path("id").asText()));
    assertThat(seeded).isNotEmpty();
  }

  @Test
  @Order(2)
  void some_of_the_world_travels_and_some_stays_at_home_without_a_gap() throws Exception {
    assertThat(severities("FOLLOW_THE_SUN")).contains("SEV1", "SEV2", "SEV4");
    assertThat(severities("HOME_REGION")).contains("SEV3", "SEV4").doesNotContain("SEV1", "SEV2");
    for (JsonNode one : served("HOME_REGION")) {
      await()
          .atMost(RECOVERY_MAX)
          .untilAsserted(
              () -> {
                JsonNode ledger =
                    manager().get("/accountability/" + one.path("id").asText()).body();
                assertThat(ledger.path("serviceHours").asText()).isEqualTo("HOME_REGION");
                assertThat(ledger.path("homeRegion")).isEqualTo(one.path("homeRegion"));
                assertThat(ledger.path("gaps")).isEmpty();
                assertThat(ledger.path("attended").size() + ledger.path("resting").size())
                    .isPositive();
              });
    }
  }

  private List<JsonNode> served(String serviceHours) throws Exception {
    return manager().all("/escalations?serviceHours=" + serviceHours);
  }

  private List<String> severities(String serviceHours) throws Exception {
    return served(serviceHours).stream().map(one -> one.path("severity").asText()).toList();
  }

  @Test
  @Order(2)
  void what_is_kept_is_kept_for_the_owner_and_nobody_comes_in_without_being_known()
      throws Exception {
    StackGuards guards = new StackGuards(data, ports);
    guards.folderIsForItsOwnerOnly();
    guards.databaseGivesAServiceItsRowsAndNoTables();
    guards.databaseOfAnotherServiceIsClosed();
    guards.brokerTakesNothingFromAStranger();
    guards.healthAndFiguresAreToldInsideOnly();
  }

  @Test
  @Order(2)
  void every_line_that_up_prints_for_copying_works() throws Exception {
    assertThat(launcher.output()).contains("eval \"$(./meridian env --data " + data + ")\"");
    Launcher.Result result = launcher.copyAndPaste(meridian("env").output());

    assertThat(result.code()).as(result.output()).isZero();
    assertThat(result.output()).contains("\"items\"");
  }

  @Test
  @Order(2)
  void up_ends_with_where_it_is_and_whom_to_be_and_shows_no_token() throws Exception {
    assertThat(launcher.output())
        .contains("Meridian is up at http://127.0.0.1:" + ports.port(Part.DOOR))
        .contains("Next shift change: ", "Be ", "who has ")
        .doesNotContain("eyJ");
  }

  @Test
  @Order(2)
  void a_link_from_the_command_line_logs_in_once() throws Exception {
    String link = meridian("login", "--as", "tam-kim").output().lines().toList().getLast();
    assertThat(link).startsWith("http://127.0.0.1:" + ports.port(Part.DOOR) + "/login/link?token=");
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HttpResponse<String> shift = page(browser, link);
    assertThat(shift.statusCode()).isEqualTo(200);
    assertThat(shift.uri().getPath()).isEqualTo("/shift");
    assertThat(shift.body()).contains("Kim Carter", "New York", "My shift");
    assertThat(page(HttpClient.newHttpClient(), link).statusCode()).isEqualTo(410);
  }

  @Test
  @Order(2)
  void a_token_for_who_is_on_no_roster_says_so_and_one_for_who_is_says_nothing() throws Exception {
    assertThat(meridian("token", "--as", "tam", "tam-nobody").output())
        .contains("eyJ", "meridian: tam-nobody is on no roster; a manager can add them");
    assertThat(meridian("token", "--as", "tam", "tam-kim").output()).doesNotContain("roster");
  }

  @Test
  @Order(5) // after mail was sent, so that there are messages
  void every_page_that_an_answer_links_to_is_there() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String link = meridian("login", "--as", "auditor").output().lines().toList().getLast();
    assertThat(page(browser, link).statusCode()).isEqualTo(303);
    Api auditor = manager().as(LocalTokens.of(SigningKey.in(data)).auditor());
    for (String list :
        List.of(
            "customers",
            "escalations",
            "handoffs",
            "notifications",
            "integrations",
            "sla-policies")) {
      List<String> links =
          StreamSupport.stream(auditor.get("/" + list).body().path("items").spliterator(), false)
              .map(item -> item.path("links").path("html").asText())
              .distinct()
              .limit(5)
              .toList();
      // whether anything is handed over just now depends on the hour
      assertThat(links.isEmpty()).as(list).isIn(false, list.equals("handoffs"));
      for (String html : links) {
        HttpResponse<String> shown =
            page(browser, "http://127.0.0.1:" + ports.port(Part.DOOR) + html);
        assertThat(shown.statusCode()).as(html).isEqualTo(200);
        assertThat(shown.headers().firstValue("content-type"))
            .as(html)
            .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
      }
    }
  }

  @Test
  @Order(5)
  void every_screen_is_painted_from_what_the_services_really_answer() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String link = meridian("login", "--as", "tam-kim").output().lines().toList().getLast();
    assertThat(page(browser, link).statusCode()).isEqualTo(303);
    String leave = "/calendar/leave?start=2027-01-04T00:00&end=2027-01-09T00:00";
    List<String> screens =
        List.of(
            "/shift",
            "/board",
            "/calendar",
            "/calendar?view=month",
            "/calendar?view=lanes&region=",
            "/calendar/changes",
            "/calendar/swaps",
            leave,
            "/coverage",
            "/coverage/agreements",
            "/me");
    for (String screen : screens) {
      String address = "http://127.0.0.1:" + ports.port(Part.DOOR) + screen;
      await() // the first answer of a service that has just started may take too long for a page
          .untilAsserted(
              () -> {
                HttpResponse<String> shown = page(browser, address);
                assertThat(shown.statusCode()).as(screen).isEqualTo(200);
                assertThat(shown.body()).as(screen).doesNotContain("does not answer");
              });
    }
  }

  private static HttpResponse<String> page(HttpClient browser, String address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  @Order(3)
  void a_second_stack_in_the_same_folder_is_refused_in_one_line() throws Exception {
    Launcher.Result result = meridian("up");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output().lines()).singleElement().asString().contains("already runs in");
  }

  @Test
  @Order(4)
  void a_busy_port_is_named_in_one_line_with_the_way_out() throws Exception {
    Launcher.Result result =
        Launcher.run(
            folder,
            "up",
            "--data",
            folder.resolve("other").toString(),
            "--port-offset",
            Integer.toString(ports.offset()));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output().lines())
        .singleElement()
        .asString()
        .contains(Integer.toString(ports.port(Part.DOOR)), "--port-offset");
  }

  @Test
  @Order(4)
  void the_calendar_is_code() throws Exception {
    String yaml = folder.resolve("calendar.yaml").toString();
    assertThat(meridian("calendar", "export", "-f", yaml).code()).isZero();
    String etag = manager().get("/calendar").etag();

    Launcher.Result again = meridian("calendar", "apply", "-f", yaml);
    assertThat(again.code()).as(again.output()).isZero();
    assertThat(again.output()).contains("No change.");
    assertThat(manager().get("/calendar").etag()).isEqualTo(etag);

    Path broken = Files.writeString(folder.resolve("broken.yaml"), "regions: [{code: X}]\n");
    Launcher.Result refused = meridian("calendar", "apply", "-f", broken.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("regions[0] (X).lead: must be given (required)");

    Path empty = Files.writeString(folder.resolve("empty.yaml"), "regions: []\n");
    Launcher.Result holes = meridian("calendar", "diff", "--fail-on-gaps", "-f", empty.toString());
    assertThat(holes.code()).as(holes.output()).isEqualTo(3);
    assertThat(holes.output()).contains("- regions ", "NO_SHIFT");
  }

  @Test
  @Order(4)
  void what_cannot_be_applied_is_listed_and_a_refused_replay_says_why() throws Exception {
    Map<String, Object> broker = new DataFolder(data).brokerClient(ports);
    var text = new StringSerializer();
    try (var producer = new KafkaProducer<>(broker, text, text)) {
      producer.send(new ProducerRecord<>("meridian.customers", "poison", "{not json")).get();
    }

    await()
        .atMost(RECOVERY_MAX)
        .untilAsserted(
            () ->
                assertThat(meridian("dead-letters", "list").output())
                    .contains("handoff-service", "of poison, waiting", "no header ce_id"));
    Launcher.Result replay = meridian("dead-letters", "replay", "--service", "handoff-service");
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.output()).contains("unknown type").doesNotContain("io.meridian", "java.");
  }

  @Test
  @Order(4)
  void the_tools_serve_a_house_that_is_named() throws Exception {
    String kafka = "127.0.0.1:" + ports.port(Part.KAFKA);
    Map<String, String> access = new HashMap<>();
    new DataFolder(data)
        .brokerAccess()
        .client(BrokerAccess.ADMIN)
        .forEach(
            (setting, value) ->
                access.put(
                    "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT),
                    value.toString()));
    Launcher.Result topics = Launcher.run(folder, access, "topics", "--bootstrap-servers", kafka);
    assertThat(topics.output()).contains("topics, 0 of them new");
    assertThat(topics.code()).isZero();

    LocalTokens tokens = LocalTokens.of(SigningKey.in(data));
    List<String> house = List.of("--url", "http://127.0.0.1:" + ports.port(Part.DOOR), "--token");
    assertThat(elsewhere(house, tokens.manager(), "calendar", "export").output())
        .contains("regions:", "APAC");
    assertThat(elsewhere(house, tokens.admin(), "dead-letters", "list").code()).isZero();
  }

  @Test
  @Order(5) // not beside the mail that is waited for: both would come in one
  void what_is_created_says_where_it_is_at_the_front_door() throws Exception {
    String door = "http://127.0.0.1:" + ports.port(Part.DOOR);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door + "/api/v1/escalations"))
            .header("Authorization", "Bearer " + LocalTokens.of(SigningKey.in(data)).manager())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"t\",\"severity\":\"SEV4\"}"))
            .build();

    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(at -> assertThat(at).startsWith(door + "/api/v1/escalations/"));
  }

  @Test
  @Order(4)
  void whoever_is_accountable_has_mail_with_the_call_that_answers() throws Exception {
    String name =
        manager()
            .post("/escalations", Map.of("title", "Mail me", "severity", "SEV1"), Map.of())
            .body()
            .path("shortId")
            .asText();

    await()
        .atMost(RECOVERY_MAX)
        .untilAsserted(
            () ->
                // alone, or together with what was opened in the same moment
                assertThat(meridian("mail", "--json").output())
                    .contains(name, "Mail me")
                    .contains(
                        "POST http://127.0.0.1:"
                            + ports.port(Part.DOOR)
                            + "/api/v1/escalations/"
                            + name
                            + "/acknowledgement"));
    assertThat(meridian("mail").output()).contains("@example.com", "Yours: ");
  }

  @Test
  @Order(5)
  void every_figure_that_alerts_and_dashboards_ask_for_is_in_a_scrape() throws Exception {
    assertThat(meridian("replay", "src/test/resources/one-ticket.csv").code()).isZero();
    ObjectNode calendar = (ObjectNode) manager().get("/calendar").body();
    calendar
        .path("tams")
        .forEach(tam -> ((ObjectNode) tam).putArray("channels").addPOJO(NOBODY_LISTENS));
    manager()
        .put("/calendar", calendar, Map.of("If-Match", manager().get("/calendar").etag()))
        .orRefuse("PUT /calendar");
    manager().post("/escalations", Map.of("title", "Hear me", "severity", "SEV1"), Map.of());

    await()
        .atMost(RECOVERY_MAX)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(Figures.shownBy(ports)).containsAll(Figures.asked()));
  }

  @Test
  @Order(5)
  void no_secret_lies_where_it_is_not_needed() throws Exception {
    LocalTokens tokens = LocalTokens.of(SigningKey.in(data));
    String token = tokens.tam("tam-kim");
    Canaries canaries = new Canaries(data, ports);
    canaries.plant("a token", token.substring(token.lastIndexOf('.')));
    assertThat(canaries.planted())
        .containsKeys("sealing.key", "jwt-private.pem", "audit-private.key", "postgres.password");

    JsonNode integration =
        manager()
            .as(tokens.admin())
            .post("/integrations", Map.of("kind", "generic", "name", "canary"), Map.of())
            .orRefuse("POST /integrations");
    canaries.plant("the secret of an integration", integration.path("secret").asText());
    String hook = "https://127.0.0.1:1/hook/canary-" + integration.path("id").asText();
    canaries.plant("the address of a webhook", hook.substring(hook.indexOf("canary")));
    Api kim = manager().as(token);
    kim.patch(
            "/me/tam",
            Map.of("channels", List.of(Map.of("kind", "WEBHOOK", "address", hook))),
            Map.of("If-Match", kim.get("/me/tam").etag()))
        .orRefuse("PATCH /me/tam");
    JsonNode tried = kim.post("/me/channels/1/test", Map.of(), Map.of()).orRefuse("the test");
    assertThat(tried.path("taken").asBoolean()).as("nobody listens").isFalse();
    JsonNode feed =
        manager()
            .post("/calendar/feeds", Map.of("scope", "REGION", "subject", "EMEA"), Map.of())
            .orRefuse("POST /calendar/feeds");
    String path = feed.path("path").asText();
    canaries.plant("the address of a feed", path.substring(path.lastIndexOf('/') + 1));
    String door = "http://127.0.0.1:" + ports.port(Part.DOOR);
    assertThat(page(HttpClient.newHttpClient(), door + path).statusCode()).isEqualTo(200);

    canaries.everywhere();
    canaries.answers(
        "another TAM",
        manager().as(tokens.tam("tam-ines")),
        List.of("/calendar", "/tams", "/my/shift", "/calendar/feeds", "/notifications"));
    canaries.answers(
        "an auditor",
        manager().as(tokens.auditor()),
        List.of("/calendar", "/integrations", "/calendar/feeds", "/notifications?limit=500"));
    assertThat(canaries.found()).isEmpty();
    assertThat(canaries.looked()).isGreaterThan(1_000);
  }

  @Test
  @Order(6)
  void every_part_that_is_killed_comes_back_with_its_data() throws Exception {
    for (JsonNode part : status().path("parts")) {
      if (!Part.of(part.path("part").asText()).orElseThrow().livesInLauncher()) {
        ProcessHandle.of(part.path("pid").asLong()).orElseThrow().destroyForcibly();
      }
    }

    await().atMost(RECOVERY_MAX).untilAsserted(() -> assertThat(states()).containsOnly("up"));
    assertEverythingIsStillThere();
  }

  @Test
  @Order(7)
  void after_the_launcher_is_killed_the_next_start_takes_its_orphans_place() throws Exception {
    launcher.kill();
    assertThat(status().path("running").asBoolean()).isFalse();

    launcher = start();

    assertThat(states()).containsOnly("up");
    assertEverythingIsStillThere();
    assertThat(launcher.output()).doesNotContain("seeded");
  }

  /** The heads were told when the services stopped for the start before this. */
  @Test
  @Order(8)
  void a_cut_tail_of_the_audit_log_is_seen_by_the_heads_that_were_told() throws Exception {
    Launcher.Result before = meridian("audit", "verify");
    assertThat(before.output())
        .containsPattern("escalation-service audit: \\d+ links, [1-9]\\d* published heads: intact")
        .containsPattern("handoff-service audit: \\d+ links, [1-9]\\d* published heads: intact")
        .contains("handoff-service evidence");
    assertThat(before.code()).as(before.output()).isZero();

    String url = "jdbc:postgresql://127.0.0.1:%d/escalation".formatted(ports.port(Part.POSTGRES));
    String password = new DataFolder(data).databasePassword();
    try (Connection owner = DriverManager.getConnection(url, PostgresSettings.USER, password);
        Statement sql = owner.createStatement()) {
      sql.execute("alter table audit_seal disable trigger user");
      sql.execute("delete from audit_seal where position > 1");
    }

    Launcher.Result after = meridian("audit", "verify");
    assertThat(after.output()).contains("escalation-service audit: ", ": NOT INTACT");
    assertThat(after.code()).isEqualTo(1);
  }

  @Test
  @Order(9)
  void ctrl_c_stops_everything_and_frees_every_port() throws Exception {
    assertThat(launcher.interrupt()).isEqualTo(130);

    assertThat(ports.firstBusy(Part.ALL)).isEmpty();
    assertThat(states()).containsOnly("down");
  }

  private void assertEverythingIsStillThere() {
    await()
        .atMost(RECOVERY_MAX)
        .untilAsserted(
            () -> {
              assertThat(manager().all("/escalations"))
                  .extracting(one -> one.path("id").asText())
                  .containsAll(seeded);
              assertThat(manager().all("/customers")).hasSize(10);
            });
  }

  private Api manager() throws Exception {
    return Api.at(
        "http://127.0.0.1:" + ports.port(Part.DOOR), LocalTokens.of(SigningKey.in(data)).manager());
  }

  private List<String> states() throws Exception {
    return status().path("parts").findValuesAsText("state");
  }

  private JsonNode status() throws Exception {
    String output = meridian("status", "--json").output(); // warnings included: they go to stderr
    return JsonMapper.builder().build().readTree(output.substring(output.indexOf("{")));
  }

  private Launcher.Result elsewhere(List<String> house, String token, String... arguments)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(house);
    all.add(token);
    return Launcher.run(folder, all.toArray(String[]::new));
  }

  private Launcher.Result meridian(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    return Launcher.run(folder, all.toArray(String[]::new));
  }
}
