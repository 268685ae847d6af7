"""The cycle in C, as one would write it by hand for the article's network: the rival of the kernel and of the command."""

C_SOURCE = r"""
#include <math.h>

static inline double sigmoid(double z) { return 1.0 / (1.0 + exp(-z)); }

void train(double *restrict parameters, const double *restrict x1, const double *restrict t,
           double rate, int first, long cycles, double *restrict errors)
{
    double p[4][3], q[5];
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            p[i][j] = parameters[3 * i + j];
    for (int i = 0; i < 5; i++)
        q[i] = parameters[12 + i];
    int sample = first;
    for (long cycle = 0; cycle < cycles; cycle++) {
        const double a = x1[2 * sample], b = x1[2 * sample + 1];
        double s[4], z = q[0];
        for (int i = 0; i < 4; i++) {
            s[i] = sigmoid(p[i][0] + p[i][1] * a + p[i][2] * b);
            z += q[i + 1] * s[i];
        }
        const double x4 = sigmoid(z), off = x4 - t[sample];
        errors[cycle] = 0.5 * off * off;
        const double slope = off * x4 * (1.0 - x4);
        q[0] -= rate * slope;
        for (int i = 0; i < 4; i++) {
            const double through = slope * q[i + 1] * s[i] * (1.0 - s[i]);
            q[i + 1] -= rate * (slope * s[i]);
            p[i][0] -= rate * through;
            p[i][1] -= rate * (through * a);
            p[i][2] -= rate * (through * b);
        }
        if (++sample == 4)
            sample = 0;
    }
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            parameters[3 * i + j] = p[i][j];
    for (int i = 0; i < 5; i++)
        parameters[12 + i] = q[i];
}
"""
