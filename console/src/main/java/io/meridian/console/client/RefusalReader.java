package io.meridian.console.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.meridian.console.client.Refusal.Problem;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Makes a {@link Refusal} of every answer that is one, whatever its body. */
public final class RefusalReader implements ResponseExceptionMapper<Refusal> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public Refusal toThrowable(Response response) {
    return new Refusal(problem(response));
  }

  private static Problem problem(Response response) {
    String title = response.getStatusInfo().getReasonPhrase();
    try {
      String body = response.hasEntity() ? response.readEntity(String.class) : "";
      if (body.startsWith("{")) {
        Problem told = JSON.readValue(body, Problem.class);
        return new Problem(
            response.getStatus(), told.title(), told.detail(), told.errors(), told.traceId());
      }
    } catch (JsonProcessingException | RuntimeException e) {
      return new Problem(response.getStatus(), title, null, null, null);
    }
    return new Problem(response.getStatus(), title, null, null, null);
  }
}
