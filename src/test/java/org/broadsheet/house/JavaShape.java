package org.broadsheet.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Methods of Java sources that are longer or take more than the house allows, found by the compiler's own parser. */
final class JavaShape {

    static final int METHOD_LINES = 40;
    static final int PARAMETERS = 5;

    private JavaShape() {}

    static List<String> tooMuch(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(unit, positions, found).scan(unit, Map.of());
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Methods extends TreeScanner<@Nullable Void, Map<String, String>> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;
        private boolean inRecord;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Map<String, String> nothing) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Map<String, String> nothing) {
            // A record's constructor takes its components, and those may be many.
            boolean ofComponents = inRecord && method.getReturnType() == null;
            if (method.getParameters().size() > PARAMETERS && !ofComponents) {
                found.add("%s takes %d parameters"
                        .formatted(where(method), method.getParameters().size()));
            }
            if (method.getBody() != null) {
                long lines = line(positions.getEndPosition(unit, method.getBody()))
                        - line(positions.getStartPosition(unit, method.getBody()))
                        + 1;
                if (lines > METHOD_LINES) {
                    found.add("%s has %d lines".formatted(where(method), lines));
                }
            }
            return super.visitMethod(method, nothing);
        }

        private String where(MethodTree method) {
            Path file = Path.of(unit.getSourceFile().toUri());
            return file.getFileName() + "#" + method.getName();
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
