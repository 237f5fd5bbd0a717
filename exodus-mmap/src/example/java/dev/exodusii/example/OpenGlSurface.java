package dev.exodusii.example;

import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MAJOR;
import static org.lwjgl.glfw.GLFW.GLFW_CONTEXT_VERSION_MINOR;
import static org.lwjgl.glfw.GLFW.GLFW_FALSE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_CORE_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_OPENGL_PROFILE;
import static org.lwjgl.glfw.GLFW.GLFW_VISIBLE;
import static org.lwjgl.glfw.GLFW.glfwCreateWindow;
import static org.lwjgl.glfw.GLFW.glfwInit;
import static org.lwjgl.glfw.GLFW.glfwMakeContextCurrent;
import static org.lwjgl.glfw.GLFW.glfwTerminate;
import static org.lwjgl.glfw.GLFW.glfwWindowHint;
import static org.lwjgl.opengl.GL33C.*;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.MemoryUtil;

/// Shows a variable on the outside of a mesh with OpenGL: at each step, values and displaced positions go straight from the
/// mapped file into memory of the graphics driver.
///
/// How long a buffer may be kept:
///
/// - **Triangles** of a [Surface] are plain arrays of its own. They stay valid when the file is closed, and never change.
/// - **Views** (`RealView`, `VectorView`) are looks into the file, not buffers: they end with it. What was copied out of
///   them is the caller's and lives as long as the memory that it was copied into.
/// - **Mapped buffers of the driver** are written between `glMapBufferRange` and `glUnmapBuffer` only. Mapping with
///   `GL_MAP_INVALIDATE_BUFFER_BIT` gives fresh memory each time, so that a picture which the graphics processor still
///   draws keeps the values it was begun with. A buffer that stays mapped (persistent mapping) needs a fence before it is
///   written again.
/// - The `MemorySegment` over a mapped buffer must not be kept: after `glUnmapBuffer` nothing stops a write into memory
///   that is somebody else's.
///
/// Arguments: the file, a nodal variable, and where the picture of the last step goes. It fails where the picture is empty
/// or of one colour.
public final class OpenGlSurface {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int BACKGROUND = 0xffffff;
    private static final int FEWEST_COLOURS = 10;
    private static final Workers WORKERS = Workers.of(ForkJoinPool.commonPool(),
            Runtime.getRuntime().availableProcessors());

    private static final String VERTEX = """
            #version 330 core
            layout(location = 0) in vec3 position;
            layout(location = 1) in float value;
            uniform vec3 centre;
            uniform float size;
            uniform float aspect;
            uniform vec2 range;
            out float share;
            void main() {
                vec3 p = (position - centre) / size;
                // From the front, the right and above, without perspective.
                float across = 0.70711 * (p.x - p.z);
                float up = 0.81650 * p.y - 0.40825 * (p.x + p.z);
                float towards = 0.57735 * (p.x + p.y + p.z);
                gl_Position = vec4(across * aspect * 1.6, up * 1.6, -0.5 * towards, 1.0);
                share = range.y > range.x ? (value - range.x) / (range.y - range.x) : 0.5;
            }
            """;

    private static final String FRAGMENT = """
            #version 330 core
            in float share;
            out vec4 colour;
            void main() {
                float s = clamp(share, 0.0, 1.0);
                colour = isnan(share) ? vec4(0.7, 0.7, 0.7, 1.0)
                        : vec4(smoothstep(0.4, 1.0, s), 0.2 + 0.6 * s, 0.6 - 0.5 * s, 1.0);
            }
            """;

    private final ExodusFile file;
    private final Surface surface;
    private final TimeSeries variable;
    private final MinMax range;
    private final int positions = glGenBuffers();
    private final int values = glGenBuffers();

    private OpenGlSurface(ExodusFile file, String variable) {
        this.file = file;
        this.variable = file.nodal(variable);
        this.surface = MeshFaces.of(file, WORKERS).surface(SurfaceOptions.standard(), WORKERS);
        this.range = Ranges.of(file).overall(Quantity.of(EntityKind.NODAL, variable), WORKERS);
    }

    public static void main(String[] args) throws IOException {
        openWindow();
        try (ExodusFile file = Exodus.open(Path.of(args[0]))) {
            OpenGlSurface picture = new OpenGlSurface(file, args[1]);
            picture.setUp();
            for (long step = 0; step < file.times().steps(); step++) {
                picture.show(step);
            }
            BufferedImage image = pixels();
            check(image);
            ImageIO.write(image, "png", Path.of(args[2]).toFile());
            System.out.println(glGetString(GL_RENDERER) + ": " + picture.surface + ", " + file.times().steps() + " steps");
        } finally {
            glfwTerminate();
        }
    }

    private static void openWindow() {
        if (!glfwInit()) {
            throw new IllegalStateException("there is no display");
        }
        glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        long window = glfwCreateWindow(WIDTH, HEIGHT, "exodus", 0, 0);
        if (window == 0) {
            throw new IllegalStateException("there is no OpenGL 3.3");
        }
        glfwMakeContextCurrent(window);
        GL.createCapabilities();
    }

    private void setUp() {
        glBindVertexArray(glGenVertexArrays());
        // The triangles once: they never change.
        IntBuffer triangles = MemoryUtil.memAllocInt(3 * surface.triangleCount());
        try {
            triangles.put(surface.triangles()).flip();
            glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, glGenBuffers());
            glBufferData(GL_ELEMENT_ARRAY_BUFFER, triangles, GL_STATIC_DRAW);
        } finally {
            MemoryUtil.memFree(triangles);
        }
        reserve(positions, 0, 3);
        reserve(values, 1, 1);
        int program = glCreateProgram();
        attach(program, GL_VERTEX_SHADER, VERTEX);
        attach(program, GL_FRAGMENT_SHADER, FRAGMENT);
        glLinkProgram(program);
        glUseProgram(program);
        float[] at = new float[3 * surface.nodeCount()];
        surface.values().copyPositions(at);
        float[] low = at.length == 0 ? new float[3] : new float[] {at[0], at[1], at[2]};
        float[] high = low.clone();
        for (int i = 0; i < at.length; i++) {
            low[i % 3] = Math.min(low[i % 3], at[i]);
            high[i % 3] = Math.max(high[i % 3], at[i]);
        }
        glUniform3f(glGetUniformLocation(program, "centre"), (low[0] + high[0]) / 2, (low[1] + high[1]) / 2,
                (low[2] + high[2]) / 2);
        glUniform1f(glGetUniformLocation(program, "size"), (float) Math.sqrt(Math.pow(high[0] - low[0], 2)
                + Math.pow(high[1] - low[1], 2) + Math.pow(high[2] - low[2], 2)));
        glUniform1f(glGetUniformLocation(program, "aspect"), (float) HEIGHT / WIDTH);
        glUniform2f(glGetUniformLocation(program, "range"), (float) range.min(), (float) range.max());
        glEnable(GL_DEPTH_TEST);
        glClearColor(1, 1, 1, 1);
    }

    private void reserve(int buffer, int location, int components) {
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        glBufferData(GL_ARRAY_BUFFER, (long) components * Float.BYTES * surface.nodeCount(), GL_STREAM_DRAW);
        glVertexAttribPointer(location, components, GL_FLOAT, false, 0, 0);
        glEnableVertexAttribArray(location);
    }

    private static void attach(int program, int type, String source) {
        int shader = glCreateShader(type);
        glShaderSource(shader, source);
        glCompileShader(shader);
        if (glGetShaderi(shader, GL_COMPILE_STATUS) == 0) {
            throw new IllegalStateException(glGetShaderInfoLog(shader));
        }
        glAttachShader(program, shader);
    }

    /// Draws a step: from the file into the driver's memory, with no stop between.
    private void show(long step) {
        into(positions, 3, memory -> displacement(step).ifPresentOrElse(
                moved -> surface.values().copyDisplaced(moved, 1, memory), () -> surface.values().copyPositions(memory)));
        into(values, 1, memory -> surface.values().copyNodal(variable.step(step), memory));
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        glDrawElements(GL_TRIANGLES, 3 * surface.triangleCount(), GL_UNSIGNED_INT, 0);
    }

    private void into(int buffer, int components, Consumer<MemorySegment> copy) {
        long bytes = (long) components * Float.BYTES * surface.nodeCount();
        glBindBuffer(GL_ARRAY_BUFFER, buffer);
        ByteBuffer mapped = Objects.requireNonNull(glMapBufferRange(GL_ARRAY_BUFFER, 0, bytes,
                GL_MAP_WRITE_BIT | GL_MAP_INVALIDATE_BUFFER_BIT), "the driver has no memory for it");
        try {
            copy.accept(MemorySegment.ofBuffer(mapped));
        } finally {
            glUnmapBuffer(GL_ARRAY_BUFFER);
        }
    }

    private Optional<VectorView> displacement(long step) {
        List<RealView> components = new ArrayList<>();
        for (TimeSeries series : file.nodalVariables()) {
            if (series.name().matches("disp_[xyz]")) {
                components.add(series.step(step));
            }
        }
        return components.size() == file.dimension() ? Optional.of(VectorView.of(components)) : Optional.empty();
    }

    private static BufferedImage pixels() {
        ByteBuffer rgba = MemoryUtil.memAlloc(4 * WIDTH * HEIGHT);
        try {
            glReadPixels(0, 0, WIDTH, HEIGHT, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
            MemorySegment all = MemorySegment.ofBuffer(rgba);
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                int red = Byte.toUnsignedInt(all.get(ValueLayout.JAVA_BYTE, 4L * i));
                int green = Byte.toUnsignedInt(all.get(ValueLayout.JAVA_BYTE, 4L * i + 1));
                int blue = Byte.toUnsignedInt(all.get(ValueLayout.JAVA_BYTE, 4L * i + 2));
                // OpenGL begins below.
                image.setRGB(i % WIDTH, HEIGHT - 1 - i / WIDTH, red << 16 | green << 8 | blue);
            }
            return image;
        } finally {
            MemoryUtil.memFree(rgba);
        }
    }

    private static void check(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        int covered = 0;
        for (int pixel : image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)) {
            colours.add(pixel & BACKGROUND);
            covered += (pixel & BACKGROUND) == BACKGROUND ? 0 : 1;
        }
        if (covered < WIDTH * HEIGHT / 50 || colours.size() < FEWEST_COLOURS) {
            throw new IllegalStateException("the picture has " + covered + " pixels of a mesh in " + colours.size()
                    + " colours");
        }
    }
}
