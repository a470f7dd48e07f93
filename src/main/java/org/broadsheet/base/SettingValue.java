package org.broadsheet.base;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of one setting into its type; a refusal's message says what was expected. */
final class SettingValue {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");

    private SettingValue() {}

    static Object of(Type type, Setting setting, String text) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            return generic.getRawType() == Optional.class
                    ? (text.isBlank() ? Optional.empty() : Optional.of(of(inner, setting, text)))
                    : list(inner, setting, text);
        }
        return single((Class<?>) type, setting, text.strip());
    }

    private static List<Object> list(Type inner, Setting setting, String text) {
        return Arrays.stream(text.split(","))
                .filter(part -> !part.isBlank())
                .map(part -> of(inner, setting, part))
                .toList();
    }

    private static Object single(Class<?> type, Setting setting, String text) {
        if (type == int.class) {
            return wholeNumber(setting, text);
        }
        if (type == boolean.class) {
            return yesOrNo(text);
        }
        if (type.isEnum()) {
            return oneOf(type, text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a value");
        }
        if (type == String.class) {
            return text;
        }
        if (type == Secret.class && text.length() < setting.from()) {
            throw new IllegalArgumentException("at least " + setting.from() + " characters");
        }
        if (type == Path.class) {
            return Path.of(text).toAbsolutePath().normalize();
        }
        if (type == ZoneId.class) {
            return zone(text);
        }
        return type == Locale.class ? language(text) : parsed(type, text);
    }

    private static int wholeNumber(Setting setting, String text) {
        String expected = "a whole number from " + setting.from() + " to " + setting.to();
        try {
            int number = Integer.parseInt(text);
            if (number >= setting.from() && number <= setting.to()) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(expected, e);
        }
        throw new IllegalArgumentException(expected);
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static Object oneOf(Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of "
                        + Arrays.stream(constants)
                                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a length of time such as 500ms, 30s, 10m, 2h or 1d");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time zone such as Asia/Jakarta", e);
        }
    }

    private static Locale language(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("a language tag such as en or id", e);
        }
    }

    /** Every other type reads itself: a public static {@code parse(String)} that says what it expected. */
    private static Object parsed(Class<?> type, String text) {
        try {
            Method parse = type.getMethod("parse", String.class);
            return parse.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(type + " cannot be read from a setting", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a public static parse(String) to be a setting", e);
        }
    }
}
