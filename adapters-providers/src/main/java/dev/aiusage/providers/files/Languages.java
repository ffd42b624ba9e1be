package dev.aiusage.providers.files;

import dev.aiusage.domain.usage.Label;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language of a file by its name. */
public final class Languages {

    /** A language and what the names of its files end in. */
    private static final String TABLE = """
            Assembly: asm s
            Astro: astro
            Batchfile: bat cmd
            C: c h
            C#: cs csx
            C++: cc cpp cxx hh hpp hxx
            CMake: cmake
            CSS: css
            CSV: csv
            Clojure: clj cljc cljs edn
            CoffeeScript: coffee
            Common Lisp: lisp
            Crystal: cr
            Cuda: cu cuh
            Cython: pyx
            D: d
            Dart: dart
            Dockerfile: dockerfile
            Elixir: ex exs
            Elm: elm
            Emacs Lisp: el
            Erlang: erl hrl
            F#: fs fsi fsx
            Fortran: f90 f95
            GLSL: frag glsl vert
            Gherkin: feature
            Go: go
            GraphQL: gql graphql
            Groovy: gradle groovy
            HCL: hcl tf tfvars
            HTML: htm html xhtml
            Haskell: hs
            INI: cfg ini
            JSON: json json5 jsonc jsonl webmanifest
            Java: java
            Java Properties: properties
            JavaScript: cjs js jsx mjs
            Julia: jl
            Jupyter Notebook: ipynb
            Kotlin: kt kts
            Less: less
            Lua: lua
            MDX: mdx
            Makefile: makefile mk
            Markdown: markdown md
            Nim: nim
            Nix: nix
            OCaml: ml mli
            Objective-C: m
            Objective-C++: mm
            PHP: php
            Perl: pl pm
            PowerShell: ps1 psd1 psm1
            Prisma: prisma
            Protocol Buffer: proto
            Python: py pyi
            R: r
            Ruby: rake rb
            Rust: rs
            SCSS: scss
            SQL: sql
            SVG: svg
            Sass: sass
            Scala: sc scala
            Shell: bash sh zsh
            Solidity: sol
            Svelte: svelte
            Swift: swift
            TOML: toml
            TeX: tex
            Text: txt
            TypeScript: cts mts ts tsx
            Vim Script: vim
            Visual Basic .NET: vb
            Vue: vue
            XML: xml xsd xsl
            YAML: yaml yml
            Zig: zig
            reStructuredText: rst
            """;

    private static final Map<String, Label> BY_SUFFIX = bySuffix();
    private static final Pattern SHORT_SUFFIX = Pattern.compile("[a-z0-9]{1,10}");

    private Languages() {}

    /** A suffix that is not in the table names itself; a file without one has no language. */
    public static Label ofFile(@Nullable String path) {
        if (path == null) {
            return Label.NONE;
        }
        var name = Labels.lastElement(path).toLowerCase(Locale.ROOT);
        var dot = name.lastIndexOf('.');
        var suffix = name.substring(dot + 1);
        if (dot <= 0) {
            return dot < 0 && isNameOfKind(suffix) ? BY_SUFFIX.getOrDefault(suffix, Label.NONE) : Label.NONE;
        }
        var known = BY_SUFFIX.get(suffix);
        if (known != null) {
            return known;
        }
        return SHORT_SUFFIX.matcher(suffix).matches() ? Label.of(suffix) : Label.NONE;
    }

    /** Some files are named after what they are. */
    private static boolean isNameOfKind(String name) {
        return name.equals("dockerfile") || name.equals("makefile");
    }

    private static Map<String, Label> bySuffix() {
        var languages = new HashMap<String, Label>();
        for (var row : TABLE.lines().toList()) {
            var colon = row.indexOf(": ");
            for (var suffix : row.substring(colon + 2).split(" ", -1)) {
                languages.put(suffix, Label.of(row.substring(0, colon)));
            }
        }
        return Map.copyOf(languages);
    }
}
