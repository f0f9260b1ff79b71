package io.meridian.rest.budget;

import io.meridian.rest.refusal.ResourceMethods;
import io.meridian.rest.security.Caller;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a caller whose budget is spent: 429 with {@code Retry-After}. The caller is the token's
 * subject, which is verified by now; where no token is needed, the peer at this path, so that who
 * knows a sender's address cannot spend what the sender has.
 */
class BudgetFilter {
  private final Budgets budgets;
  private final Caller caller;
  private final Map<Method, Boolean> open = new ConcurrentHashMap<>();

  BudgetFilter(Budgets budgets, Caller caller) {
    this.budgets = budgets;
    this.caller = caller;
  }

  @ServerRequestFilter
  public void check(
      ContainerRequestContext request, ResourceInfo resource, HttpServerRequest exchange) {
    Method method = resource.getResourceMethod();
    if (method.getDeclaringClass().isAnnotationPresent(Budgets.CountsCallers.class)) {
      return;
    }
    boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    Budget budget = asks ? Budget.QUERY : Budget.INTAKE;
    budgets
        .refusal(budget, name(method, exchange))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private String name(Method method, HttpServerRequest exchange) {
    return open.computeIfAbsent(method, ResourceMethods::needsNoToken)
        ? exchange.remoteAddress().hostAddress() + ' ' + exchange.path()
        : caller.id();
  }
}
