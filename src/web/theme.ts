/**
 * Cupola's Mantine theme. The stock theme's dimmed text fails contrast, so every colour that Mantine may use comes from
 * `tokens.css`; sizes follow the 8 px grid and nothing is smaller than 12 px.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const DEFENCE: MantineColorsTuple = ['#e8f4fc', '#cfe6f6', '#a4d0ef', '#76b9e8', '#4fa8e0', '#2f93d3', '#1f7fc0', '#0b5fa5', '#0a4f89', '#083f6d'];

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  primaryColor: 'defence',
  primaryShade: { light: 7, dark: 4 },
  colors: { defence: DEFENCE },
  autoContrast: true,
  defaultRadius: 4,
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '15px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '16px', sm: '18px', md: '22px', lg: '28px', xl: '34px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
});

/** Both schemes read the same tokens; the tokens know which scheme is on. */
export const resolveVariables: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--background)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--context)',
    '--mantine-color-placeholder': 'var(--context)',
    '--mantine-color-anchor': 'var(--defence)',
    '--mantine-color-error': 'var(--through)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--line)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line)',
  };
  return { variables: {}, dark: roles, light: roles };
};
