package io.meridian.testkit.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sizes, and what is written but leaves no mark in bytecode. */
public final class SourceRules {
  /** A file with more lines than these says why, with the words of {@link #WHY_LONG}. */
  public static final int FILE_LINES = 300;

  /** How a long file's explanation begins, in a comment. */
  public static final String WHY_LONG = "In one file because ";

  /** Most lines of a method, from its first line to its last. */
  public static final int METHOD_LINES_MAX = 40;

  private static final Pattern WILDCARD_IMPORT = Pattern.compile("import .*\\*;");

  /** Behind a qualifier a constraint belongs to the type alone, and nobody checks it. */
  private static final Pattern UNCHECKED_CONSTRAINT =
      Pattern.compile("\\w\\.@(Valid|NotNull|NotBlank|NotEmpty|Size|Min|Max|Pattern)\\b");

  /**
   * {@code length()} counts units of UTF-16. Comparing it is right for what is ASCII (its limit is
   * then called so: a length, digits or bytes), and as a first glance before code points.
   */
  private static final Pattern TEXT_IN_UNITS =
      Pattern.compile(
          "^(?!.*codePointCount).*\\.length\\(\\) *[<>]=? *"
              + "(max|(?!\\w*(LENGTH|DIGITS|BYTES))\\w+_MAX)\\b");

  private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

  private SourceRules() {}

  /** The rules by what they demand. */
  public static Map<String, SourceRule> all() {
    return Map.of(
        "files above 300 lines say why",
        SourceRules::longFile,
        "methods have at most 40 lines",
        SourceRules::longMethods,
        "no wildcard imports",
        file -> lines(file, WILDCARD_IMPORT),
        "nothing is left for later",
        file -> lines(file, LEFT_FOR_LATER),
        "text is counted in code points",
        file -> lines(file, TEXT_IN_UNITS),
        "constraints are checked",
        file -> lines(file, UNCHECKED_CONSTRAINT),
        "every package tells what it is",
        SourceRules::packageWithoutWords,
        "public types have a docstring",
        SourceRules::typesWithoutDocs);
  }

  private static Stream<String> longFile(Sources.SourceFile file) {
    int lines = file.lines().size();
    boolean told = file.lines().stream().anyMatch(line -> line.contains(WHY_LONG));
    return lines > FILE_LINES && !told ? Stream.of(file.path() + " has " + lines) : Stream.of();
  }

  private static Stream<String> longMethods(Sources.SourceFile file) {
    LineMap lineMap = file.tree().getLineMap();
    List<String> found = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        long first = lineMap.getLineNumber(start(file, method));
        long last = lineMap.getLineNumber(file.positions().getEndPosition(file.tree(), method));
        if (first > 0 && last - first + 1 > METHOD_LINES_MAX) {
          found.add(at(file, first) + " " + method.getName() + " has " + (last - first + 1));
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(file.tree(), null);
    return found.stream();
  }

  private static Stream<String> typesWithoutDocs(Sources.SourceFile file) {
    List<String> found = new ArrayList<>();
    for (Tree type : file.tree().getTypeDecls()) {
      if (type instanceof ClassTree named
          && named.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.PUBLIC)) {
        int line = (int) file.tree().getLineMap().getLineNumber(start(file, named));
        String above = line < 2 ? "" : file.lines().get(line - 2).strip();
        if (!above.endsWith("*/")) {
          found.add(at(file, line) + " " + named.getSimpleName());
        }
      }
    }
    return found.stream();
  }

  private static Stream<String> packageWithoutWords(Sources.SourceFile file) {
    return Files.exists(file.path().resolveSibling("package-info.java"))
        ? Stream.of()
        : Stream.of(file.path().getParent() + " has no package-info.java");
  }

  private static Stream<String> lines(Sources.SourceFile file, Pattern forbidden) {
    return IntStream.range(0, file.lines().size())
        .filter(i -> forbidden.matcher(file.lines().get(i)).find())
        .mapToObj(i -> at(file, i + 1) + " " + file.lines().get(i).strip());
  }

  private static long start(Sources.SourceFile file, Tree tree) {
    return file.positions().getStartPosition(file.tree(), tree);
  }

  private static String at(Sources.SourceFile file, long line) {
    return file.path() + ":" + line;
  }
}
