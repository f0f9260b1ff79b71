package io.meridian.console.text;

import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The messages as their interfaces word them, without the application around them. */
public final class EnglishMessages {
  private static final Engine ENGINE =
      Engine.builder().addDefaults().addValueResolver(new ReflectionValueResolver()).build();

  private EnglishMessages() {}

  /** Of this interface. */
  public static <T> T of(Class<T> bundle) {
    return bundle.cast(
        Proxy.newProxyInstance(
            bundle.getClassLoader(),
            new Class<?>[] {bundle},
            (proxy, method, arguments) -> render(method, arguments)));
  }

  private static String render(Method method, Object[] arguments) {
    TemplateInstance template =
        ENGINE.parse(method.getAnnotation(Message.class).value()).instance();
    for (int i = 0; i < method.getParameterCount(); i++) {
      template.data(method.getParameters()[i].getName(), arguments[i]);
    }
    return template.render();
  }
}
