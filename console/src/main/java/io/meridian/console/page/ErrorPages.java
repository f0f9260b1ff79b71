package io.meridian.console.page;

import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Refusal;
import io.meridian.console.session.SessionCookie;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.Messages;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What people see instead of a page: what is wrong, in words, and where to go next. */
@RequestScoped
public class ErrorPages {
  private static final Logger LOG = Logger.getLogger(ErrorPages.class);
  private static final int UNKNOWN = 404;

  private final Frames frames;
  private final Messages messages;
  private final HttpServerRequest request;

  ErrorPages(Frames frames, Messages messages, HttpServerRequest request) {
    this.frames = frames;
    this.messages = messages;
    this.request = request;
  }

  @ServerExceptionMapper(priority = 1)
  Response unknownReader(UnauthorizedException e) {
    return toLogin();
  }

  @ServerExceptionMapper(priority = 1)
  Response unknownReader(AuthenticationFailedException e) {
    return toLogin();
  }

  /** A session that ended, as a service noticed first, ends here too. */
  private Response toLogin() {
    String here = request.method().equals(HttpMethod.GET) ? request.uri() : "/";
    return Response.seeOther(UriBuilder.fromPath("/login").queryParam("to", here).build())
        .cookie(SessionCookie.none())
        .build();
  }

  @ServerExceptionMapper(priority = 1)
  Response forbidden(ForbiddenException e) {
    return inside(403, messages.forbidden(), messages.forbiddenWhy(), "");
  }

  @ServerExceptionMapper
  Response refused(Refusal refusal) {
    if (refusal.isOfNobody()) {
      return toLogin();
    }
    String what = refusal.status() == UNKNOWN ? messages.notFound() : messages.refused();
    return inside(refusal.status(), what, ForeignText.plain(refusal.detail()), refusal.traceId());
  }

  @ServerExceptionMapper
  Response silent(NoAnswer e) {
    LOG.warnf(e, "%s has no answer", request.path());
    return page(
        503,
        new ErrorPage(
            frames.frame(messages.noAnswer()),
            messages.noAnswer(),
            messages.noAnswerWhy(),
            request.method().equals(HttpMethod.GET) ? request.uri() : "/",
            messages.tryAgain(),
            ""));
  }

  @ServerExceptionMapper
  Response other(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status == UNKNOWN) {
      return outside(status, messages.notFound(), messages.notFoundWhy());
    }
    return outside(status, messages.refused(), messages.refusedWhy());
  }

  @ServerExceptionMapper
  Response broken(RuntimeException e) {
    LOG.errorf(e, "%s failed", request.path());
    return outside(500, messages.broken(), messages.brokenWhy());
  }

  private Response inside(int status, String what, String why, String trace) {
    return page(
        status,
        new ErrorPage(frames.frame(what), what, why, frames.home(), messages.home(), trace));
  }

  private Response outside(int status, String what, String why) {
    return page(status, new ErrorPage(frames.outside(what), what, why, "/", messages.home(), ""));
  }

  private static Response page(int status, ErrorPage page) {
    return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page).build();
  }
}
