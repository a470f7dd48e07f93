package org.broadsheet.base;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Builds the tree of settings: command line over environment over broadsheet.yaml over the declared standard. */
final class SettingsReader {

    static final String PREFIX = "BROADSHEET_";
    private static final String FILE = "broadsheet.yaml";

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> saidIn = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();

    private SettingsReader() {}

    static Settings read(Map<String, String> environment, Map<String, String> commandLine) {
        SettingsReader reader = new SettingsReader();
        Path data = Path.of(commandLine.getOrDefault("DATA", environment.getOrDefault(PREFIX + "DATA", "var")));
        reader.takeFile(data.resolve(FILE));
        environment.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                reader.take(key.substring(PREFIX.length()), value, key);
            }
        });
        if (!SettingsTable.names().containsAll(commandLine.keySet())) {
            throw new IllegalArgumentException("Not settings, all of them: " + commandLine.keySet());
        }
        commandLine.forEach((key, value) ->
                reader.take(key, value, "--" + key.toLowerCase(Locale.ROOT).replace('_', '-')));
        Optional<Object> settings = reader.build(Settings.class);
        if (!reader.refusals.isEmpty()) {
            throw new SettingRefused(reader.refusals);
        }
        return (Settings) settings.orElseThrow();
    }

    private void take(String name, String value, String where) {
        values.put(name, value);
        saidIn.put(name, where);
    }

    private void takeFile(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            if (Files.readString(file).isBlank()) {
                return;
            }
            Map<?, ?> read = new YAMLMapper().readValue(file.toFile(), Map.class);
            if (read != null) {
                flatten("", read, file);
            }
        } catch (IOException | JacksonException e) {
            String reason = e instanceof JacksonException json ? json.getOriginalMessage() : "it cannot be opened";
            refusals.add(file + " cannot be read: " + reason);
        }
    }

    private void flatten(String prefix, Map<?, ?> read, Path file) {
        Set<String> known = new HashSet<>(SettingsTable.names());
        read.forEach((key, value) -> {
            String name = prefix + String.valueOf(key).toUpperCase(Locale.ROOT).replace('-', '_');
            String where = "“" + name.toLowerCase(Locale.ROOT).replace('_', '-') + "” in " + file;
            if (value instanceof Map<?, ?> inner) {
                flatten(name + "_", inner, file);
            } else if (name.equals("DATA")) {
                refusals.add(where + " cannot name the data folder it lies in: set BROADSHEET_DATA instead");
            } else if (!known.contains(name)) {
                refusals.add(where + " is not a setting; “help settings” lists them");
            } else if (value instanceof List<?> list) {
                take(name, String.join(",", list.stream().map(String::valueOf).toList()), where);
            } else if (value != null) {
                take(name, value.toString(), where);
            }
        });
    }

    /** Empty when something in it was refused. */
    private Optional<Object> build(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            Setting setting = component.getAnnotation(Setting.class);
            Optional<Object> value = setting == null ? build(component.getType()) : value(component, setting);
            value.ifPresent(arguments::add);
        }
        if (arguments.size() < components.length) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be built from settings", e);
        }
    }

    private Optional<Object> value(RecordComponent component, Setting setting) {
        String text = values.getOrDefault(setting.name(), setting.standard());
        try {
            return Optional.of(SettingValue.of(component.getGenericType(), setting, text));
        } catch (IllegalArgumentException e) {
            String where = saidIn.getOrDefault(setting.name(), PREFIX + setting.name());
            String shown = SettingsTable.secret(component) ? "not usable" : "“" + text + "”";
            refusals.add(where + " is " + shown + ": expected " + e.getMessage());
            return Optional.empty();
        }
    }
}
