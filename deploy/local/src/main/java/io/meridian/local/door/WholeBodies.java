package io.meridian.local.door;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps bodies until they are complete: what comes slowly, or never to its end, takes up nobody's
 * turn at a service.
 */
final class WholeBodies {

  /** No service takes more. */
  private static final int BODY_BYTES_MAX = 8 << 20;

  private static final long ALL_BYTES_MAX = 256L << 20;

  private final AtomicLong kept = new AtomicLong();

  /** A body that is not kept. */
  static final class TooMuch extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient DoorProblem problem;

    private TooMuch(DoorProblem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    DoorProblem problem() {
      return problem;
    }
  }

  /** Whether the head of a request says that there is a body to come. */
  static boolean isAnnounced(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && !length.equals("0")
        || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  /** The body once it is whole; {@link TooMuch} when it is longer than is kept. */
  Future<Buffer> gather(ReadStream<Buffer> body) {
    Promise<Buffer> whole = Promise.promise();
    Buffer sofar = Buffer.buffer();
    body.handler(
            part -> {
              if (whole.future().isComplete()) {
                return;
              }
              long all = kept.addAndGet(part.length());
              sofar.appendBuffer(part);
              if (sofar.length() > BODY_BYTES_MAX) {
                whole.tryFail(new TooMuch(DoorProblem.ofTooLarge(BODY_BYTES_MAX)));
              } else if (all > ALL_BYTES_MAX) {
                whole.tryFail(new TooMuch(DoorProblem.ofTooBusy("The door")));
              }
            })
        .exceptionHandler(whole::tryFail)
        .endHandler(ended -> whole.tryComplete(sofar))
        .resume();
    return whole.future().onComplete(done -> kept.addAndGet(-sofar.length()));
  }
}
