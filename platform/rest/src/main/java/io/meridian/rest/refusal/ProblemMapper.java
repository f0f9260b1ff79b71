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
import jakarta.ws.rs.core.Request;
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

  /**
   * The framework finds nothing also where a path has a class of its own and the class no method of
   * this verb.
   */
  private Response notOffered(UriInfo uri, Request request) {
    String path = uri.getPath();
    if (methods.offersOthers(path, request.getMethod())) {
      return allow(render(Refusals.ofStatus(405), uri), path);
    } else if (request.getMethod().equals("OPTIONS") && methods.at(path).findAny().isPresent()) {
      return allow(Response.ok().build(), path);
    }
    return render(Refusals.ofStatus(404), uri);
  }

  private Response allow(Response response, String path) {
    response.getHeaders().putSingle(HttpHeaders.ALLOW, methods.allowed(path));
    return response;
  }

  /** Also thrown when a parameter does not convert: a path is not found then, a query invalid. */
  @ServerExceptionMapper
  public Response notFound(
      NotFoundException failure, UriInfo uri, ResourceInfo resource, Request request) {
    if (failure.getCause() == null) {
      return notOffered(uri, request);
    }
    return render(
        Refusals.of(failure.getCause())
            .or(() -> QueryParameters.unconverted(resource, uri))
            .orElseGet(() -> Refusals.ofStatus(404)),
        uri);
  }

  @ServerExceptionMapper
  public Response methodNotAllowed(NotAllowedException failure, UriInfo uri) {
    return allow(render(Refusals.ofStatus(405), uri), uri.getPath());
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
