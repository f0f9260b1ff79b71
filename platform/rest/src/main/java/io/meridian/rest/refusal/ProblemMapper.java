package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Renders every refusal of a resource as {@code application/problem+json}. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ResourceMethods methods;

  ProblemMapper(ResourceMethods methods) {
    this.methods = methods;
  }

  @ServerExceptionMapper({
    Problem.class,
    JsonProcessingException.class,
    MismatchedInputException.class, // in development the framework has a mapper of its own for it
    ConstraintViolationException.class,
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    ForbiddenException.class,
    Exception.class
  })
  public Response refusal(Throwable failure, UriInfo uri) {
    return render(
        Refusals.of(failure)
            .orElseGet(
                () -> {
                  LOG.errorf(failure, "%s failed", uri.getPath());
                  return Refusals.ofStatus(500);
                }),
        uri);
  }

  /** Also thrown when a parameter does not convert: a path is not found then, a query invalid. */
  @ServerExceptionMapper
  public Response notFound(NotFoundException failure, UriInfo uri, ResourceInfo resource) {
    if (failure.getCause() == null) {
      return render(Refusals.ofStatus(404), uri);
    }
    return render(
        Refusals.of(failure.getCause())
            .or(() -> QueryParameters.unconverted(resource, uri))
            .orElseGet(() -> Refusals.ofStatus(404)),
        uri);
  }

  @ServerExceptionMapper
  public Response methodNotAllowed(NotAllowedException failure, UriInfo uri) {
    Response response = render(Refusals.ofStatus(405), uri);
    response.getHeaders().putSingle(HttpHeaders.ALLOW, methods.allowed(uri.getPath()));
    return response;
  }

  /** What the framework refuses by itself; headers such as {@code Allow} are kept. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException failure, UriInfo uri) {
    int status = failure.getResponse().getStatus();
    if (failure.getCause() != null && status < 500) {
      return render(
          Refusals.of(failure.getCause()).orElseGet(() -> Refusals.ofStatus(status)), uri);
    } else if (status >= 500) {
      return refusal(failure, uri);
    }
    Response response = render(Refusals.ofStatus(status), uri);
    failure
        .getResponse()
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                response.getHeaders().put(name, values);
              }
            });
    return response;
  }

  private static Response render(Problem problem, UriInfo uri) {
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(problem, uri.getPath()));
    problem.headers().forEach(response::header);
    return response.build();
  }
}
