package io.meridian.local.cli;

import io.meridian.local.audit.HouseAudit;
import io.meridian.local.security.AuditKey;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Verifies the audit log of every service, and the evidence of handoffs: computes their chains",
      "again and compares them with the heads that were published. Exit code 1 when a byte was",
      "changed, a row dropped or moved, the end cut off, or the beginning before its time.",
      "Elsewhere than in the local stack: Kafka by --bootstrap-servers and KAFKA_ variables, the",
      "public key by --key."
    })
final class AuditCommand implements Callable<Integer> {

  private static final String KEY = "MERIDIAN_AUDIT_PUBLIC_KEY";
  private static final String SERVERS = "bootstrap.servers";

  enum Act {
    verify
  }

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private HouseOption house = new HouseOption();

  @Parameters(paramLabel = "ACT", description = "one of: ${COMPLETION-CANDIDATES}")
  private Act act = Act.verify;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "of Kafka (default: $KAFKA_BOOTSTRAP_SERVERS, or the local stack's)")
  private @Nullable String servers;

  @Option(
      names = "--key",
      paramLabel = "BASE64",
      description = "public Ed25519 key (default: $" + KEY + ", or the local stack's)")
  private @Nullable String key;

  @Option(
      names = "--kept",
      paramLabel = "DURATION",
      defaultValue = "P2557D",
      description =
          "for how long the services keep it (MERIDIAN_AUDIT_KEEP; default: ${DEFAULT-VALUE}, seven"
              + " years): what is younger may not be gone")
  private Duration kept = Duration.ZERO;

  @Override
  public Integer call() throws IOException {
    Instant since = Instant.now().minus(kept);
    var audit = new HouseAudit(house.api(LocalTokens::admin), broker(), key(), since);
    int faults = audit.verify(spec.commandLine().getOut()::println);
    return faults == 0 ? 0 : 1;
  }

  private Map<String, Object> broker() throws IOException {
    Map<String, Object> client = TopicsCommand.client(System.getenv());
    if (servers != null) {
      client.put(SERVERS, servers);
    }
    return client.containsKey(SERVERS) ? client : new StackView(house.folder()).broker();
  }

  private AuditKey key() throws IOException {
    String given = key == null ? System.getenv(KEY) : key;
    try {
      return AuditKey.of(given == null ? house.folder().auditPublicKey() : given);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--key: base64 of a public Ed25519 key (X.509)", e);
    }
  }
}
