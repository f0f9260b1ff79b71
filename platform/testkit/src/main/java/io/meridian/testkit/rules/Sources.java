package io.meridian.testkit.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java files, parsed by the compiler's own parser. */
public record Sources(List<SourceFile> files) {

  /** One file: its text by lines, its tree, and where in the file each tree lies. */
  public record SourceFile(
      Path path, List<String> lines, CompilationUnitTree tree, SourcePositions positions) {}

  /** All Java files below a folder. */
  public static Sources below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return of(all.filter(p -> p.toString().endsWith(".java")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** These files. */
  public static Sources of(List<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<SourceFile> files = new ArrayList<>();
      for (CompilationUnitTree tree : task.parse()) {
        Path path = Path.of(tree.getSourceFile().toUri());
        files.add(new SourceFile(path, Files.readAllLines(path), tree, positions));
      }
      return new Sources(List.copyOf(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
