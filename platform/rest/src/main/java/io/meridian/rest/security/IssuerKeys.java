package io.meridian.rest.security;

import io.meridian.runtime.worker.Workers;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The keys with which the issuer signs, by their {@code kid}, where {@code
 * mp.jwt.verify.publickey.location} leads to a key set (JWKS): an address, or a file. Read at the
 * start, again and again from then on, and sooner when a token names a key that is not known, by a
 * worker of its own: no request waits for the issuer. When the set cannot be read, those of the
 * last time stay.
 *
 * <p>Where the setting names a single key (PEM), there is no set, and nothing is read here.
 */
@ApplicationScoped
public class IssuerKeys {
  private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Duration SOONEST = Duration.ofSeconds(5);
  private static final int BYTES_MAX = 1 << 20;

  private final Optional<URI> location;
  private final Duration refresh;
  private final Semaphore asked = new Semaphore(0);
  private volatile Map<String, PublicKey> keys = Map.of();
  private volatile long readAt;
  private volatile boolean stopped;

  /**
   * @param refresh how long a withdrawn key is believed at most
   */
  IssuerKeys(
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location,
      @ConfigProperty(name = "meridian.jwt.keys-refresh", defaultValue = "PT5M") Duration refresh) {
    this.location = location.map(URI::create).filter(IssuerKeys::isSet);
    this.refresh = refresh;
  }

  void start(@Observes StartupEvent event, Workers workers) {
    if (location.isPresent()) {
      read();
      workers.start("issuer-keys", this::round, this::stop, () -> {});
    }
  }

  private void stop() {
    stopped = true;
    asked.release();
  }

  private void round() throws InterruptedException {
    Duration pause = keys.isEmpty() ? SOONEST : refresh;
    if (asked.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      asked.drainPermits();
    }
    if (!stopped) {
      read();
    }
  }

  /** Whether the issuer publishes a set of keys: then a token says which one signed it. */
  boolean isSet() {
    return location.isPresent();
  }

  /** The key of this name; asks for it soon when it is not known. */
  Optional<PublicKey> find(String kid) {
    Optional<PublicKey> known = Optional.ofNullable(keys.get(kid));
    if (known.isEmpty() && System.nanoTime() - readAt > SOONEST.toNanos()) {
      readAt = System.nanoTime();
      asked.release();
    }
    return known;
  }

  /** Whether the issuer still signs with this key. */
  boolean isCurrent(PublicKey key) {
    return keys.containsValue(key);
  }

  /** Reads the set now. */
  void read() {
    readAt = System.nanoTime();
    try {
      Map<String, PublicKey> now = parse(fetch(location.orElseThrow()));
      if (!now.keySet().equals(keys.keySet())) {
        LOG.infof("The issuer signs with the keys %s", now.keySet());
      }
      keys = now;
    } catch (IOException | JoseException e) {
      LOG.warnf("The issuer's keys could not be read: %s", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, PublicKey> parse(String text) throws JoseException {
    Map<String, PublicKey> found = new HashMap<>();
    for (JsonWebKey key : new JsonWebKeySet(text).getJsonWebKeys()) {
      boolean signs = key.getUse() == null || key.getUse().equals("sig");
      if (key instanceof RsaJsonWebKey rsa && key.getKeyId() != null && signs) {
        found.put(key.getKeyId(), rsa.getRsaPublicKey());
      }
    }
    if (found.isEmpty()) {
      throw new JoseException("no RSA key with a kid");
    }
    return Map.copyOf(found);
  }

  private static String fetch(URI location) throws IOException, InterruptedException {
    if (!isHttp(location)) {
      return Files.readString(path(location));
    }
    HttpRequest request = HttpRequest.newBuilder(location).timeout(ANSWER_MAX).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(location + " answers " + answer.statusCode());
        }
        return new String(body.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
      }
    }
  }

  private static boolean isHttp(URI location) {
    return "http".equals(location.getScheme()) || "https".equals(location.getScheme());
  }

  /** A file is a set when it begins as JSON does. */
  private static boolean isSet(URI location) {
    if (isHttp(location)) {
      return true;
    }
    try {
      return Files.readString(path(location)).stripLeading().startsWith("{");
    } catch (IOException e) {
      return false; // whoever verifies by it says so
    }
  }

  private static Path path(URI location) {
    return location.isAbsolute() ? Path.of(location) : Path.of(location.getPath());
  }
}
