package io.meridian.testkit.kafka;

import io.meridian.testkit.tls.TestCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * Who may come to the broker, and how they prove who they are: by SCRAM, as in production. The
 * administrator is known from the broker's own settings as well, since somebody must bring in the
 * others. What a service may do is {@link TopicAcls}.
 *
 * @param passwords by principal: {@link #ADMIN}, who may do everything, and the services
 * @param certificate by which the broker proves who it is, over TLS; null on the loopback address
 */
public record BrokerAccess(Map<String, String> passwords, @Nullable TestCertificate certificate) {

  /** Creates topics and looks after the broker; no service runs as this. */
  public static final String ADMIN = "admin";

  /**
   * The environment variable that holds the passwords as {@link #written} has them: everybody may
   * read a command line.
   */
  public static final String VARIABLE = "MERIDIAN_KAFKA_PASSWORDS";

  private static final int ITERATIONS = 4096;
  private static final long PATIENCE_SECONDS = 30;
  private static final String PROTOCOL = "SASL_PLAINTEXT";
  private static final String CLIENTS = "CLIENTS";
  private static final String PKCS12 = "PKCS12";
  private static final String CONTROLLER = "CONTROLLER";
  private static final String PLAIN = "PLAIN";
  private static final String SCRAM = ScramMechanism.SCRAM_SHA_512.mechanismName();

  public BrokerAccess {
    passwords = Map.copyOf(passwords);
    if (!passwords.containsKey(ADMIN)) {
      throw new IllegalArgumentException("somebody must look after the broker");
    }
  }

  /** Of a broker that speaks without TLS. */
  public BrokerAccess(Map<String, String> passwords) {
    this(passwords, null);
  }

  /**
   * What {@link #written} wrote.
   *
   * @throws IllegalArgumentException if it is anything else, or nobody looks after the broker
   */
  public static BrokerAccess parse(String written) {
    Map<String, String> passwords = new TreeMap<>();
    for (String entry : written.strip().split(" +", -1)) {
      String[] parts = entry.split(":", 2);
      if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
        throw new IllegalArgumentException("principal:password with blanks between, please");
      }
      passwords.put(parts[0], parts[1]);
    }
    return new BrokerAccess(passwords);
  }

  /** All of it in one line: {@code principal:password} with blanks between. */
  public String written() {
    return passwords.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  /** What a client of this principal adds to its settings. */
  public Map<String, String> client(String principal) {
    String password = passwords.get(principal);
    if (password == null) {
      throw new IllegalArgumentException("nobody is called " + principal);
    }
    Map<String, String> client = new TreeMap<>(wire());
    client.put(SaslConfigs.SASL_MECHANISM, SCRAM);
    client.put(SaslConfigs.SASL_JAAS_CONFIG, login(ScramLoginModule.class, principal, password));
    return client;
  }

  /** How clients speak to the broker, and how they know that it is this one. */
  private Map<String, String> wire() {
    return certificate == null
        ? Map.of(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, PROTOCOL)
        : Map.of(
            CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
            "SASL_SSL",
            SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
            "PEM",
            SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
            certificate.certificate().toString());
  }

  /** What the broker adds to its settings. */
  Map<String, String> broker(int port, int controllerPort) {
    String password = passwords.getOrDefault(ADMIN, "");
    Map<String, String> settings = new TreeMap<>();
    settings.put(
        "listeners",
        CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
    settings.put(
        "listener.security.protocol.map",
        CLIENTS
            + ":"
            + wire().get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
            + ","
            + CONTROLLER
            + ":"
            + PROTOCOL);
    settings.put("inter.broker.listener.name", CLIENTS);
    settings.put("sasl.mechanism.inter.broker.protocol", PLAIN);
    settings.put("sasl.mechanism.controller.protocol", PLAIN);
    settings.put("sasl.enabled.mechanisms", SCRAM + "," + PLAIN);
    settings.put("listener.name.controller.sasl.enabled.mechanisms", PLAIN);
    settings.put(
        "listener.name.clients.scram-sha-512.sasl.jaas.config",
        ScramLoginModule.class.getName() + " required;");
    String administrator =
        login(PlainLoginModule.class, ADMIN, password)
            .replace(";", " user_" + ADMIN + "=\"" + password + "\";");
    settings.put("listener.name.clients.plain.sasl.jaas.config", administrator);
    settings.put("listener.name.controller.plain.sasl.jaas.config", administrator);
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:" + ADMIN);
    settings.put("allow.everyone.if.no.acl.found", "false");
    if (certificate != null) {
      settings.putAll(wire());
      settings.remove(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
      settings.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, PKCS12);
      settings.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, certificate.keyStore().toString());
      settings.put(SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, TestCertificate.PASSWORD);
    }
    return settings;
  }

  /** Does {@link #grant} at a broker that was started with {@link #broker}. */
  void grantAt(BrokerSettings settings) {
    Map<String, Object> administrator = new TreeMap<>(wire());
    administrator.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    administrator.put(SaslConfigs.SASL_MECHANISM, PLAIN);
    administrator.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        login(PlainLoginModule.class, ADMIN, passwords.getOrDefault(ADMIN, "")));
    grant(administrator);
  }

  /**
   * Gives each principal its password and exactly the rights of {@link TopicAcls}; whoever else
   * comes to the cluster keeps theirs.
   *
   * @param administrator how to reach the cluster as who may do that: settings of Kafka's client
   * @throws IllegalStateException if the cluster did not do it within half a minute
   */
  public void grant(Map<String, Object> administrator) {
    try (Admin admin = Admin.create(administrator)) {
      List<UserScramCredentialAlteration> credentials = new ArrayList<>();
      passwords.forEach(
          (principal, password) ->
              credentials.add(
                  new UserScramCredentialUpsertion(
                      principal,
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                      password)));
      admin.alterUserScramCredentials(credentials).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<AclBinding> wanted = TopicAcls.ofTheHouse().bindings();
      List<AclBindingFilter> others =
          admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
              .filter(binding -> isOurs(binding) && !wanted.contains(binding))
              .map(AclBinding::toFilter)
              .toList();
      admin.deleteAcls(others).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      admin.createAcls(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker's users and rights could not be set", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean isOurs(AclBinding binding) {
    return passwords.containsKey(binding.entry().principal().replaceFirst("^User:", ""));
  }

  private static String login(Class<?> module, String principal, String password) {
    if (!(principal + password).matches("[A-Za-z0-9+/=_-]+")) {
      throw new IllegalArgumentException("names and passwords are written without quoting");
    }
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(module.getName(), principal, password);
  }
}
