package io.meridian.local.stack;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Writes the ahead-of-time caches: a throw-away stack does some work, and each of its JVMs keeps
 * what it has loaded and compiled when it ends. Takes about a minute.
 */
public final class Training {

  private Training() {}

  /**
   * Runs the training.
   *
   * @param work what the stack does; the more of its code it touches, the better the caches
   * @param tell what is being done, for people
   * @throws StackRefusal when the JDK has no such caches, or the stack does not start
   */
  public static void run(Consumer<LocalStack> work, Consumer<String> tell) throws IOException {
    if (!JavaCommand.cachesClasses()) {
      throw new StackRefusal("start-up caches need a JDK 25 or newer");
    }
    Caches caches = new Caches(House.find(), Caches.Use.TRAIN);
    caches.discard();
    TemporaryFolder folder = TemporaryFolder.create("meridian-training-");
    StackOptions options = StackOptions.in(folder).at(PortPlan.free());
    tell.accept("starting a stack to learn from");
    try (LocalStack stack = LocalStack.start(options, Progress.SILENT, caches)) {
      tell.accept("giving it work");
      work.accept(stack);
      tell.accept("writing the caches");
    }
    caches.publish();
  }
}
