package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who comes back to pages of their own stays signed in: an old session cookie is set anew. Only there: nobody keeps those. */
@Component
class Renewal implements WebMvcConfigurer, HandlerInterceptor {
    private final Asking asking;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final PaperCookies cookies;

    Renewal(Asking asking, Sessions sessions, SessionCookie cookie, PaperCookies cookies) {
        this.asking = asking;
        this.sessions = sessions;
        this.cookie = cookie;
        this.cookies = cookies;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/account", "/account/**", "/gifts", "/gifts/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod())) {
            asking.session(request)
                    .flatMap(session -> sessions.renewed(session, asking.now()))
                    .ifPresent(session -> response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            cookies.set(SessionCookie.NAME, cookie.write(session), SessionCookie.LIFE)));
        }
        return true;
    }
}
