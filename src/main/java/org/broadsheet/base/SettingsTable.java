package org.broadsheet.base;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The settings as their declarations describe them, for docs/, {@code help settings} and {@code doctor}. */
public final class SettingsTable {

    private static final Set<Class<?>> SECRET = Set.of(Secret.class, DatabaseUrl.class, SmtpUrl.class);

    /** One setting: {@code BROADSHEET_PORT}, {@code port}, {@code 8080}, what it does. */
    public record Row(String variable, String key, String standard, String says) {}

    private SettingsTable() {}

    public static List<Row> rows() {
        return components(Settings.class).stream()
                .map(component -> component.getAnnotation(Setting.class))
                .map(setting -> new Row(
                        SettingsReader.PREFIX + setting.name(),
                        setting.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        setting.standard(),
                        setting.says()))
                .toList();
    }

    /** The table in docs/. */
    public static String markdown() {
        StringBuilder table =
                new StringBuilder("| environment | broadsheet.yaml | standard | what it does |\n|---|---|---|---|\n");
        for (Row row : rows()) {
            String standard = row.standard().isEmpty() ? "" : "`" + row.standard() + "`";
            table.append("| `%s` | `%s` | %s | %s |%n".formatted(row.variable(), row.key(), standard, row.says()));
        }
        return table.toString().replace("\r\n", "\n");
    }

    static List<String> names() {
        return components(Settings.class).stream()
                .map(component -> component.getAnnotation(Setting.class).name())
                .toList();
    }

    /** Whether a refused value may be shown. */
    static boolean secret(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> inner
                && SECRET.contains(inner);
    }

    private static List<RecordComponent> components(Class<?> type) {
        List<RecordComponent> found = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Setting.class)) {
                found.add(component);
            } else {
                found.addAll(components(component.getType()));
            }
        }
        return found;
    }
}
