package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.notification.application.NotificationConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to URLs that somebody else wrote. HTTPS only, to public addresses only, unless the host is
 * allowed by configuration. The name is resolved once, and the connection goes to the address that
 * was checked; redirects are not followed, and of an answer no more than 64 KiB is taken.
 */
@ApplicationScoped
class Egress {
  private static final int ANSWER_BYTES_MAX = 64 << 10;

  /**
   * What was answered.
   *
   * @param retryAfter the header of that name, or null
   */
  record Answer(int status, @Nullable String retryAfter) {}

  /** Resolves names; the system's resolver but in tests. */
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final List<String> allowed;
  private final Names names;
  private final HttpClient client;

  @jakarta.inject.Inject
  Egress(NotificationConfig config, Vertx vertx) {
    this(
        config.webhook().allowedHosts().orElse(List.of()),
        InetAddress::getAllByName,
        vertx,
        config.concurrencyPerProvider());
  }

  Egress(List<String> allowed, Names names, Vertx vertx, int connectionsPerHost) {
    this.allowed = allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    this.names = names;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setVerifyHost(true)
                .setConnectTimeout(5_000)
                .setIdleTimeout(10)
                .setTracingPolicy(TracingPolicy.IGNORE) // our traces are nobody else's
                .setMaxHeaderSize(16 << 10),
            new PoolOptions().setHttp1MaxSize(connectionsPerHost));
  }

  /**
   * The head of the answer. Blocks the thread.
   *
   * @throws SendFailure when the URL is refused or nobody answers in time
   */
  Answer post(String url, Map<String, String> headers, byte[] body, Duration patience)
      throws SendFailure {
    URI uri = checked(url);
    InetAddress address = resolved(uri.getHost(), patience);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(port(uri), address.getHostAddress()))
            .setHost(uri.getHost())
            .setPort(port(uri))
            .setSsl(uri.getScheme().equals("https"))
            .setURI(path(uri))
            .setFollowRedirects(false)
            .setTimeout(patience.toMillis());
    headers.forEach(options::putHeader);
    try {
      return Awaiting.atMost(
          patience,
          client
              .request(options)
              .compose(request -> request.send(Buffer.buffer(body)).compose(Egress::head)));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw SendFailure.passing(
          "no answer: " + (cause == null ? "unknown" : cause.getClass().getSimpleName()));
    }
  }

  private URI checked(String url) throws SendFailure {
    try {
      URI uri = URI.create(url);
      String host = uri.getHost();
      if (host == null || uri.getUserInfo() != null) {
        throw SendFailure.forGood("not a URL to post to");
      }
      String scheme = String.valueOf(uri.getScheme());
      if (!scheme.equals("https") && !(scheme.equals("http") && isAllowed(host))) {
        throw SendFailure.forGood("only https is allowed");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw SendFailure.forGood("not a URL");
    }
  }

  private InetAddress resolved(String host, Duration patience) throws SendFailure {
    try {
      InetAddress[] addresses = Awaiting.atMost(patience, lookUp(host.replaceAll("^\\[|]$", "")));
      if (!isAllowed(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::contains)) {
        throw SendFailure.forGood("its address is not a public one");
      }
      return addresses[0];
    } catch (ExecutionException e) {
      throw SendFailure.passing("the host is unknown");
    }
  }

  /** The system's resolver blocks, and for how long is not ours to say. */
  private Future<InetAddress[]> lookUp(String host) {
    Promise<InetAddress[]> found = Promise.promise();
    Thread.ofVirtual()
        .name("resolve")
        .start(
            () -> {
              try {
                found.complete(names.of(host));
              } catch (UnknownHostException e) {
                found.fail(e);
              }
            });
    return found.future();
  }

  private boolean isAllowed(String host) {
    return allowed.contains(host.toLowerCase(Locale.ROOT));
  }

  /** The answer's head is the answer; its body is taken in and thrown away. */
  private static Future<Answer> head(HttpClientResponse response) {
    Promise<Answer> head = Promise.promise();
    int[] taken = {0};
    HttpClientRequest request = response.request();
    response.exceptionHandler(ignored -> {});
    response.handler(
        part -> {
          taken[0] += part.length();
          if (taken[0] > ANSWER_BYTES_MAX) {
            request.reset();
          }
        });
    head.complete(new Answer(response.statusCode(), response.getHeader("Retry-After")));
    return head.future();
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
